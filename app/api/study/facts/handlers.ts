import { demandSameOrigin, readJson } from "@/app/api/_http/body";
import { parseInput, respond } from "@/app/api/_http/respond";
import type { Edge } from "@/app/api/study/handlers";
import { buryFact, resumeFact, setMnemonic, suspendFact } from "@/lib/data/fact-choices";
import type { Viewer } from "@/lib/data/viewer";
import { factChoiceSchema, type GivenFactChoice } from "./schemas";

function decide(viewer: Viewer, given: GivenFactChoice, now: Date): Promise<void> {
  switch (given.do) {
    case "suspend":
      return suspendFact(viewer, given.factId, now);
    case "resume":
      return resumeFact(viewer, given.factId);
    case "bury":
      return buryFact(viewer, given, new Date(now.getTime() - given.ageMs));
    case "note":
      return setMnemonic(viewer, given);
  }
}

export const postFactChoice = (request: Request, { requireUser, clock }: Edge): Promise<Response> =>
  respond(async () => {
    demandSameOrigin(request);
    const viewer = await requireUser();
    const given = parseInput(factChoiceSchema, await readJson(request));
    await decide(viewer, given, clock());
    return { done: given.do };
  });

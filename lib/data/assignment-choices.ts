import "server-only";
import { getDatabase } from "@/lib/db/database";
import { pupilsOf, type ClassPupil } from "./assignment-pupils";
import { demandClass } from "./class-access";
import { basesOfSets } from "./fact-bases";
import type { QuizChoices } from "./quiz-home";
import { factsOfSet } from "./set-facts";
import { listTopics } from "./study-choices";
import { usableBy } from "./usable-set";
import type { Viewer } from "./viewer";

/** What a teacher chooses from for an assignment: what it is about and who gets it. Times are read and written in `timeZone`, the viewer's own. */
export type AssignmentChoices = { className: string; timeZone: string; pupils: Pick<ClassPupil, "userId" | "name">[]; choices: QuizChoices };

/** Throws as `demandClass` does. */
export async function assignmentChoices(viewer: Viewer, classId: string): Promise<AssignmentChoices> {
  const database = await getDatabase();
  const { row } = await demandClass(database, viewer, classId, "write-assignments");
  const { timeZone } = await database.user.findUniqueOrThrow({ where: { id: viewer.userId }, select: { timeZone: true } });
  const sets = await database.factSet.findMany({ where: usableBy(viewer), omit: { ownFacts: true }, orderBy: [{ name: "asc" }, { id: "asc" }] });
  const bases = await basesOfSets(database, sets);
  const choices = {
    topics: listTopics().map(({ topic, facts }) => ({ id: topic, facts })),
    sets: sets.map((set) => ({ id: set.id, name: set.name, facts: factsOfSet(bases, set).length })),
    mistakes: 0,
  };
  return { className: row.name, timeZone, pupils: (await pupilsOf(database, row.id)).map(({ userId, name }) => ({ userId, name })), choices };
}

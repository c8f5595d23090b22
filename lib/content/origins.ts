import "server-only";
import type { Fault } from "@/lib/facts/fault";
import type { Origin, UnplacedFault } from "./content-fault";

/** How the fields of the typed content are called in the files. */
const keysOfFields: Record<string, string> = {
  beijingDate: "beijing",
  "wording.statement": "statement",
  "wording.forward": "ask",
  "wording.inverse": "askInverse",
  "wording.all": "askAll",
  "wording.allInverse": "askAllInverse",
  "wording.restatements": "restatements",
  "wording.compare": "compare",
  "wording.order": "order",
  "wording.match": "match",
  "wording.describeValue": "describeValue",
  "wording.describeSubject": "describeSubject",
};

/** Where each id was declared; an id in several places has several origins. */
export class Origins {
  private readonly known = new Map<string, Origin[]>();

  add(kind: Fault["at"]["kind"], id: string, origin: Origin): void {
    const key = `${kind} ${id}`;
    const before = this.known.get(key);
    if (before) before.push(origin);
    else this.known.set(key, [origin]);
  }

  /** The place a fault speaks of. Of an id used twice that is the last place, and the message names the first file. */
  locate({ at, problem, mend }: Fault): UnplacedFault {
    const origins = this.known.get(`${at.kind} ${at.id}`);
    const last = origins?.at(-1);
    if (!last) return { origin: { file: "content", path: [] }, problem, mend };
    const first = origins!.length > 1 ? ` The first is in ${origins![0]!.file}.` : "";
    return { origin: { file: last.file, path: this.pathTo(last, at) }, problem: problem + first, mend };
  }

  private pathTo(origin: Origin, { kind, field }: Fault["at"]): Origin["path"] {
    if (field === undefined) return origin.path;
    if (kind === "fact" && field === "subject") return origin.path.slice(0, 1);
    if (kind === "fact" && field === "predicate") return origin.path.slice(0, 3);
    return [...origin.path, keysOfFields[field] ?? field];
  }
}

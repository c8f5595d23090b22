import { randomUUID } from "node:crypto";
import type { ClassAction } from "@/lib/classroom/permissions";
import { getFactBase } from "@/lib/content/fact-base";
import { workOfAttempt } from "@/lib/data/assignment-attempt";
import { assignmentChoices } from "@/lib/data/assignment-choices";
import { classWork } from "@/lib/data/assignment-class";
import { dueWork } from "@/lib/data/assignment-due";
import { goalFeasibility } from "@/lib/data/assignment-feasibility";
import { classGoals, pupilOutlook } from "@/lib/data/assignment-outlook";
import { assignmentPage } from "@/lib/data/assignment-page";
import { foreseeRegrade, regrade } from "@/lib/data/assignment-regrade";
import { deleteAssignment, publishAssignment, withdrawAssignment } from "@/lib/data/assignment-publish";
import { assignmentQuestions, drawQuestions } from "@/lib/data/assignment-questions";
import { saveAssignment } from "@/lib/data/assignment-save";
import { startAssigned } from "@/lib/data/assignment-start";
import { changeAssignment, createAssignment, foreseeChange } from "@/lib/data/assignment-write";
import { changeAccommodations, listAccommodations } from "@/lib/data/class-accommodations";
import { makeAccounts, proposeAccounts, renewPassword } from "@/lib/data/class-accounts";
import { findClassByCode, joinClass } from "@/lib/data/class-join";
import { changeJoinCode, closeJoinCode } from "@/lib/data/class-join-code";
import { classKnowledge, makeMissedSet } from "@/lib/data/class-knows";
import { classHead, listClasses } from "@/lib/data/class-list";
import { liveAssignment } from "@/lib/data/class-live";
import { listChanges } from "@/lib/data/class-log";
import { archiveClass, deleteClass, makeClass, renameClass, restoreClass } from "@/lib/data/class-make";
import { leaveClass, listMembers, removeMember, renameMember, restoreMember } from "@/lib/data/class-members";
import { appointTeacher, dismissTeacher, handOverClass } from "@/lib/data/class-teachers";
import { gradebookOf } from "@/lib/data/gradebook";
import { cellDetails, excuse, overrideScore, restoreScore } from "@/lib/data/gradebook-cell";
import { itemAnalysis } from "@/lib/data/item-analysis";
import { reportFailures } from "@/lib/data/item-analysis-report";
import { filterChoices, filteredFacts } from "@/lib/data/progress-filter";
import { pupilAnswers, pupilAttempt } from "@/lib/data/pupil-answers";
import { pupilPage } from "@/lib/data/pupil-page";
import { classSets, classesForSet, publishSet, withdrawSet } from "@/lib/data/set-class";
import type { Viewer } from "@/lib/data/viewer";
import { noExtraTime } from "@/lib/quiz/extra-time";
import { input, roleNames, studyInput, type Ground, type Outcome, type Role } from "./class-ground";
import { morning } from "./factories";
import { itemOfForm } from "./items";
import { clockAt } from "./quizzes";

type Act = (viewer: Viewer, ground: Ground) => Promise<unknown>;
type Expected = (role: Role, isArchived: boolean) => Outcome;

/**
 * A data function, as it is called for a class. `by`: the action of lib/classroom that decides who may, or, for what is no class's alone, what each gets (and why).
 * `but`: where something else decides before it, which is what the words say. `isDraft`: it is done to what pupils are not told of.
 */
export type MatrixRow = { of: string; act: Act; by: ClassAction | Expected; isRead?: boolean; isDraft?: boolean; but?: { why: string; gets: (role: Role, isArchived: boolean) => Outcome | undefined } };

const now = morning;
const clock = clockAt(0);
const idOf = ({ room }: Ground) => room.row.id;
const row = (by: MatrixRow["by"], of: string, act: Act, more: Partial<MatrixRow> = {}): MatrixRow => ({ of, act, by, ...more });
const read = (by: MatrixRow["by"], of: string, act: Act, more: Partial<MatrixRow> = {}) => row(by, of, act, { isRead: true, ...more });
const onDraft = { isDraft: true };
const aFact = () => getFactBase().content.facts.find(({ subject }) => getFactBase().entities.get(subject)?.topic === "engines")!.id;

const leftOutOf = (assignmentId: string) => ({ assignmentId, revision: 1, itemId: itemOfForm("multiple-choice").id, isLeftOut: true });

const isMember = (role: Role) => ["teacher", "coTeacher", "namelessTeacher", "pupil", "guest"].includes(role);
const isPupil = (role: Role) => role === "pupil" || role === "guest";
const ofNoTeacher = { why: "a teacher is no pupil of the class", gets: (role: Role) => (role === "teacher" || role === "coTeacher" ? ("NOT_FOUND" as const) : undefined) };
const teachersTeacher = { why: "a co-teacher removes pupils, but only the teacher a co-teacher; an archived class is told first", gets: (role: Role, isArchived: boolean) => (role === "coTeacher" ? (isArchived ? ("CONFLICT" as const) : ("FORBIDDEN" as const)) : undefined) };

const classes: MatrixRow[] = [
  read("see-class", "class-list#classHead", (who, at) => classHead(who, idOf(at))),
  read((role) => (isMember(role) ? "yes" : "nothing"), "class-list#listClasses", (who) => listClasses(who)),
  row((role) => (role === "guest" || role === "namelessTeacher" ? "FORBIDDEN" : "nothing"), "class-make#makeClass", (who) => makeClass(who, { name: "New", teacherName: "Me" }, now)),
  row("rename-class", "class-make#renameClass", (who, at) => renameClass(who, idOf(at), "Other", now)),
  row("archive-class", "class-make#archiveClass", (who, at) => archiveClass(who, idOf(at), now)),
  row("restore-class", "class-make#restoreClass", (who, at) => restoreClass(who, idOf(at), now)),
  row("delete-class", "class-make#deleteClass", (who, at) => deleteClass(who, idOf(at))),
  row("set-join-code", "class-join-code#changeJoinCode", (who, at) => changeJoinCode(who, idOf(at), now)),
  row("set-join-code", "class-join-code#closeJoinCode", (who, at) => closeJoinCode(who, idOf(at), now)),
  // Whoever holds the code sees the class's name and teachers, which is what it is for.
  read((_, isArchived) => (isArchived ? "NOT_FOUND" : "yes"), "class-join#findClassByCode", (who, { joinCode }) => findClassByCode(who, joinCode, "192.0.2.1", now)),
  row((role, isArchived) => (isArchived ? "NOT_FOUND" : role === "removed" ? "FORBIDDEN" : "yes"), "class-join#joinClass", (who, { joinCode }) => joinClass(who, { code: joinCode, name: "Me" }, "192.0.2.1", now)),
  row("leave-class", "class-members#leaveClass", (who, at) => leaveClass(who, idOf(at), now)),
  read("see-changes", "class-log#listChanges", (who, at) => listChanges(who, idOf(at), null)),
];

const members: MatrixRow[] = [
  read("see-members", "class-members#listMembers", (who, at) => listMembers(who, idOf(at))),
  row("rename-member", "class-members#renameMember", (who, at) => renameMember(who, idOf(at), at.managed.id, "Other", now)),
  row("remove-member", "class-members#removeMember", (who, at) => removeMember(who, idOf(at), at.managed.id, now)),
  row("appoint-teacher", "class-members#removeMember of a co-teacher", (who, at) => removeMember(who, idOf(at), at.people.coTeacher.id, now), { but: teachersTeacher }),
  row("remove-member", "class-members#restoreMember", (who, at) => restoreMember(who, idOf(at), at.people.removed.id, now)),
  row("appoint-teacher", "class-teachers#appointTeacher", (who, at) => appointTeacher(who, idOf(at), at.managed.id, now)),
  row("appoint-teacher", "class-teachers#handOverClass", (who, at) => handOverClass(who, idOf(at), at.people.coTeacher.id, now)),
  row("appoint-teacher", "class-teachers#dismissTeacher", (who, at) => dismissTeacher(who, idOf(at), at.people.coTeacher.id, now)),
  read("make-accounts", "class-accounts#proposeAccounts", (who, at) => proposeAccounts(who, idOf(at), ["First pupil"])),
  row("make-accounts", "class-accounts#makeAccounts", (who, at) => makeAccounts(who, idOf(at), ["First pupil"], now)),
  row("renew-password", "class-accounts#renewPassword", (who, at) => renewPassword(who, idOf(at), at.managed.id, now)),
  read("see-members", "class-accommodations#listAccommodations", (who, at) => listAccommodations(who, idOf(at))),
  row("accommodate-member", "class-accommodations#changeAccommodations", (who, at) => changeAccommodations(who, idOf(at), at.managed.id, { ...noExtraTime, extraMinutes: 10 }, clock)),
];

const assignments: MatrixRow[] = [
  read("see-assignments", "assignment-class#classWork", (who, at) => classWork(who, idOf(at), now)),
  read((role, isArchived) => (isPupil(role) && !isArchived ? "yes" : "nothing"), "assignment-due#dueWork", (who) => dueWork(who, now)),
  read((role) => (role === "pupil" ? "yes" : "nothing"), "assignment-attempt#workOfAttempt", (who, { attempt }) => workOfAttempt(who, attempt)),
  read("see-assignments", "assignment-page#assignmentPage", (who, { quiz }) => assignmentPage(who, quiz, now)),
  read("see-assignments", "assignment-page#assignmentPage of a draft", (who, { draft }) => assignmentPage(who, draft, now), onDraft),
  read("write-assignments", "assignment-choices#assignmentChoices", (who, at) => assignmentChoices(who, idOf(at))),
  read("write-assignments", "assignment-feasibility#goalFeasibility", (who, at) => goalFeasibility(who, idOf(at), studyInput, now)),
  read("see-gradebook", "assignment-outlook#classGoals", (who, at) => classGoals(who, at.study, now)),
  read("see-gradebook", "assignment-outlook#pupilOutlook of another", (who, at) => pupilOutlook(who, at.study, at.managed.id, now)),
  read("see-assignments", "assignment-outlook#pupilOutlook", (who, at) => pupilOutlook(who, at.study, who.userId, now), { but: ofNoTeacher }),
  read("see-gradebook", "assignment-questions#assignmentQuestions", (who, { quiz }) => assignmentQuestions(who, quiz)),
  read("see-gradebook", "assignment-questions#assignmentQuestions of a draft", (who, { draft }) => assignmentQuestions(who, draft), onDraft),
  row("write-assignments", "assignment-questions#drawQuestions", (who, { draft }) => drawQuestions(who, draft, now), onDraft),
  row("write-assignments", "assignment-write#createAssignment", (who, at) => createAssignment(who, idOf(at), input, now)),
  row("write-assignments", "assignment-write#changeAssignment", (who, { quiz }) => changeAssignment(who, quiz, input, clock)),
  read("write-assignments", "assignment-write#foreseeChange", (who, { quiz }) => foreseeChange(who, quiz, input, clock)),
  row("write-assignments", "assignment-save#saveAssignment", (who, at) => saveAssignment(who, { classId: idOf(at), assignmentId: null, input, isGiven: true }, now, clock)),
  row("write-assignments", "assignment-save#saveAssignment of a draft", (who, at) => saveAssignment(who, { classId: idOf(at), assignmentId: at.draft, input, isGiven: true }, now, clock), onDraft),
  row("write-assignments", "assignment-publish#publishAssignment", (who, { draft }) => publishAssignment(who, draft, now), onDraft),
  row("write-assignments", "assignment-publish#withdrawAssignment", (who, { quiz }) => withdrawAssignment(who, quiz, now)),
  row("write-assignments", "assignment-publish#deleteAssignment", (who, { quiz }) => deleteAssignment(who, quiz, now)),
  read("regrade-assignment", "assignment-regrade#foreseeRegrade", (who, { quiz }) => foreseeRegrade(who, leftOutOf(quiz))),
  row("regrade-assignment", "assignment-regrade#regrade", (who, { quiz }) => regrade(who, leftOutOf(quiz), now)),
  row("do-assignment", "assignment-start#startAssigned", (who, { quiz }) => startAssigned(who, quiz, { attemptId: randomUUID() }, clock)),
  row("do-assignment", "assignment-start#startAssigned of a draft", (who, { draft }) => startAssigned(who, draft, { attemptId: randomUUID() }, clock), onDraft),
];

const results: MatrixRow[] = [
  read("see-gradebook", "gradebook#gradebookOf", (who, at) => gradebookOf(who, idOf(at), now)),
  read("see-gradebook", "gradebook-cell#cellDetails", (who, { quiz, people }) => cellDetails(who, quiz, people.pupil.id, now)),
  row("override-score", "gradebook-cell#overrideScore", (who, { quiz, people }) => overrideScore(who, quiz, people.pupil.id, { score: 1, note: "" }, now)),
  row("override-score", "gradebook-cell#restoreScore", (who, { quiz, people }) => restoreScore(who, quiz, people.pupil.id, now)),
  row("override-score", "gradebook-cell#excuse", (who, { quiz, people }) => excuse(who, quiz, people.pupil.id, { isExcused: true, note: "" }, now)),
  read("see-gradebook", "class-live#liveAssignment", (who, { quiz }) => liveAssignment(who, quiz, clock)),
  read("see-analysis", "item-analysis#itemAnalysis", (who, { quiz }) => itemAnalysis(who, quiz, { choice: "first" })),
  row("see-analysis", "item-analysis-report#reportFailures", (who, { quiz }) => reportFailures(who, quiz, 1, now)),
  read("see-analysis", "class-knows#classKnowledge", (who, at) => classKnowledge(who, idOf(at), now)),
  row("write-assignments", "class-knows#makeMissedSet", (who, at) => makeMissedSet(who, idOf(at), { name: "Missed", factIds: [aFact()] }, now)),
  read("see-pupil", "pupil-page#pupilPage", (who, at) => pupilPage(who, idOf(at), at.people.pupil.id, now)),
  read("see-pupil", "pupil-answers#pupilAnswers", (who, at) => pupilAnswers(who, idOf(at), at.people.pupil.id)),
  read("see-pupil", "pupil-answers#pupilAttempt", (who, at) => pupilAttempt(who, idOf(at), at.people.pupil.id, at.attempt)),
];

const teaches = (role: Role) => role === "teacher" || role === "coTeacher";
const roleOf = (who: Viewer, { people }: Ground): Role => roleNames.find((role) => people[role].id === who.userId)!;
const ownSet = (who: Viewer, at: Ground) => at.sets[roleOf(who, at)];
const ofAnother = { why: "only whoever made a set may lend it", gets: (role: Role, isArchived: boolean) => (teaches(role) && !isArchived ? ("NOT_FOUND" as const) : undefined) };

const sets: MatrixRow[] = [
  read("use-sets", "set-class#classSets", (who, at) => classSets(who, idOf(at))),
  read((role, isArchived) => (teaches(role) && !isArchived ? "yes" : "nothing"), "set-class#classesForSet", (who, at) => classesForSet(who, ownSet(who, at))),
  row("publish-set", "set-class#publishSet", (who, at) => publishSet(who, idOf(at), ownSet(who, at), now)),
  row("publish-set", "set-class#publishSet of another", (who, at) => publishSet(who, idOf(at), at.lent, now), { but: ofAnother }),
  row("publish-set", "set-class#withdrawSet", (who, at) => withdrawSet(who, idOf(at), at.lent, now)),
];

const isPresent = (role: Role) => isMember(role) && role !== "namelessTeacher";
const progress: MatrixRow[] = [
  // The viewer's own progress in what the class was given; an archived class lends nothing.
  read((role, isArchived) => (isPresent(role) && !isArchived ? "yes" : "NOT_FOUND"), "progress-filter#filteredFacts", async (who, at) => (await filteredFacts(at.db, who, { classId: idOf(at) }))?.id),
  read((role, isArchived) => (isPresent(role) && !isArchived ? "yes" : "nothing"), "progress-filter#filterChoices", (who) => filterChoices(who)),
];

/** Every data function that somebody asks for something of a class by. */
export const classMatrix: MatrixRow[] = [...classes, ...members, ...assignments, ...results, ...sets, ...progress];

/** Parts of those above, which are told a transaction: nobody asks by them. */
export const innerFunctions: Record<string, string> = {
  "class-access#demandClass": "what decides; the table holds for all that begin with it",
  "class-access#demandAssignment": "what decides",
  "assignment-hold#holdAssignment": "demandAssignment with a lock",
  "pupil-page#demandPupil": "demandClass with a pupil",
  "class-changes#noteChange": "writes the log of a change that was allowed",
  "assignment-due#givenTo": "a condition of a query, which names the viewer",
  "assignment-due#withClass": "what a query reads along, of the viewer alone",
  "assignment-due#toDueItems": "tells of rows that were found for the viewer",
};

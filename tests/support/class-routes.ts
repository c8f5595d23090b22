/** What an address names, in the class that requests are tried on. */
export type RouteIds = { classId: string; assignmentId: string; pupilId: string; attemptId: string; code: string };

/** `members`: pupils too; `pupils`: not who teaches; `anyone`: it shows nothing that is not the viewer's own, or what the code is for. */
export type RouteFor = "teachers" | "members" | "pupils" | "anyone";

/** A page or route handler, by the data functions that it asks; where there are several, each decides for itself. */
export type ClassRoute = { asks: readonly string[]; isFor: RouteFor; address: (ids: RouteIds) => string };

const route = (isFor: RouteFor, address: ClassRoute["address"], ...asks: string[]): ClassRoute => ({ asks, isFor, address });
const inClass = (path: string) => ({ classId }: RouteIds) => `/classes/${classId}${path}`;
const ofWork = (path: string) => ({ classId, assignmentId }: RouteIds) => `/classes/${classId}/assignments/${assignmentId}${path}`;
const ofPupil = (path: string) => ({ classId, pupilId }: RouteIds) => `/classes/${classId}/people/${pupilId}${path}`;

export const classRoutes: Record<string, ClassRoute> = {
  "app/classes/page.tsx": route("anyone", () => "/classes", "class-list#listClasses", "assignment-due#dueWork"),
  // Whoever has an account may make a class; the action asks again.
  "app/classes/new/page.tsx": route("anyone", () => "/classes/new"),
  "app/classes/[classId]/layout.tsx": route("members", inClass(""), "class-list#classHead"),
  "app/classes/[classId]/page.tsx": route("members", inClass(""), "class-list#classHead", "assignment-class#classWork"),
  "app/classes/[classId]/changes/page.tsx": route("teachers", inClass("/changes"), "class-log#listChanges"),
  "app/classes/[classId]/gradebook/page.tsx": route("teachers", inClass("/gradebook"), "gradebook#gradebookOf"),
  "app/classes/[classId]/gradebook.csv/route.ts": route("teachers", inClass("/gradebook.csv"), "gradebook#gradebookOf"),
  "app/classes/[classId]/knows/page.tsx": route("teachers", inClass("/knows"), "class-knows#classKnowledge"),
  "app/classes/[classId]/sets/page.tsx": route("members", inClass("/sets"), "class-list#classHead", "set-class#classSets"),
  "app/classes/[classId]/people/page.tsx": route("teachers", inClass("/people"), "class-members#listMembers", "class-accommodations#listAccommodations", "class-list#classHead"),
  "app/classes/[classId]/people/accounts/page.tsx": route("teachers", inClass("/people/accounts"), "class-members#listMembers", "class-list#classHead"),
  "app/classes/[classId]/people/[userId]/page.tsx": route("teachers", ofPupil(""), "pupil-page#pupilPage"),
  "app/classes/[classId]/people/[userId]/[attemptId]/page.tsx": route("teachers", (ids) => ofPupil(`/${ids.attemptId}`)(ids), "pupil-answers#pupilAttempt"),
  "app/classes/[classId]/people/[userId]/answers.csv/route.ts": route("teachers", ofPupil("/answers.csv"), "pupil-answers#pupilAnswers"),
  "app/classes/[classId]/assignments/new/page.tsx": route("teachers", inClass("/assignments/new"), "class-list#classHead", "assignment-choices#assignmentChoices"),
  "app/classes/[classId]/assignments/[assignmentId]/page.tsx": route(
    "members", ofWork(""), "assignment-page#assignmentPage", "assignment-questions#assignmentQuestions", "assignment-outlook#classGoals", "class-live#liveAssignment",
  ),
  "app/classes/[classId]/assignments/[assignmentId]/edit/page.tsx": route("teachers", ofWork("/edit"), "assignment-page#assignmentPage", "assignment-choices#assignmentChoices"),
  "app/classes/[classId]/assignments/[assignmentId]/analysis/page.tsx": route("teachers", ofWork("/analysis"), "item-analysis#itemAnalysis", "item-analysis-report#reportFailures"),
  "app/join/page.tsx": route("anyone", () => "/join"),
  "app/join/[code]/page.tsx": route("anyone", ({ code }) => `/join/${code}`, "class-join#findClassByCode"),
  "app/api/classes/assignments/[assignmentId]/live/route.ts": route("teachers", ({ assignmentId }) => `/api/classes/assignments/${assignmentId}/live`, "class-live#liveAssignment"),
  "app/api/classes/assignments/[assignmentId]/pupils/[userId]/route.ts": route("teachers", ({ assignmentId, pupilId }) => `/api/classes/assignments/${assignmentId}/pupils/${pupilId}`, "gradebook-cell#cellDetails"),
  "app/api/quiz/assignments/[assignmentId]/attempts/route.ts": route("pupils", ({ assignmentId }) => `/api/quiz/assignments/${assignmentId}/attempts`, "assignment-start#startAssigned"),
};

/** What routes ask beside, which is no class's. */
export const askedBeside: Record<string, string> = {
  "settings#getSettings": "the viewer's own",
  "database-clock#databaseClock": "what time it is",
  "class-knows#fewestPupils": "a number",
};

/** Every server action, by the data function that decides. */
export const classServerActions: Record<string, Record<string, string>> = {
  "app/classes/actions.ts": {
    makeClassAction: "class-make#makeClass", renameClassAction: "class-make#renameClass", archiveClassAction: "class-make#archiveClass", restoreClassAction: "class-make#restoreClass",
    deleteClassAction: "class-make#deleteClass", leaveClassAction: "class-members#leaveClass", changeJoinCodeAction: "class-join-code#changeJoinCode", closeJoinCodeAction: "class-join-code#closeJoinCode",
    renameMemberAction: "class-members#renameMember", removeMemberAction: "class-members#removeMember", restoreMemberAction: "class-members#restoreMember",
    appointTeacherAction: "class-teachers#appointTeacher", dismissTeacherAction: "class-teachers#dismissTeacher", handOverClassAction: "class-teachers#handOverClass",
  },
  "app/classes/[classId]/gradebook/actions.ts": { overrideScoreAction: "gradebook-cell#overrideScore", restoreScoreAction: "gradebook-cell#restoreScore", excuseAction: "gradebook-cell#excuse" },
  "app/classes/[classId]/knows/actions.ts": { makeMissedSetAction: "class-knows#makeMissedSet" },
  "app/classes/[classId]/sets/actions.ts": { publishSetAction: "set-class#publishSet", withdrawSetAction: "set-class#withdrawSet" },
  "app/classes/[classId]/people/accounts/actions.ts": {
    proposeAccountsAction: "class-accounts#proposeAccounts", makeAccountsAction: "class-accounts#makeAccounts", renewPasswordAction: "class-accounts#renewPassword",
    changeMemberTimeAction: "class-accommodations#changeAccommodations",
  },
  "app/classes/[classId]/assignments/actions.ts": {
    saveAssignmentAction: "assignment-save#saveAssignment", foreseeChangeAction: "assignment-write#foreseeChange", reckonGoalAction: "assignment-feasibility#goalFeasibility",
    publishAssignmentAction: "assignment-publish#publishAssignment", withdrawAssignmentAction: "assignment-publish#withdrawAssignment", deleteAssignmentAction: "assignment-publish#deleteAssignment",
    drawQuestionsAction: "assignment-questions#drawQuestions", foreseeRegradeAction: "assignment-regrade#foreseeRegrade", regradeAction: "assignment-regrade#regrade",
  },
  "app/join/actions.ts": { joinClassAction: "class-join#joinClass" },
};

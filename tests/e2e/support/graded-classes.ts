/** Classes that are in the database before the server starts; each belongs to the tests that name it. The pupils of `live` have accounts. */
export const gradedClasses = {
  scored: { id: "6f0e1d3a-0000-4000-8000-000000000001", teacher: "teacher-scored" },
  live: { id: "6f0e1d3a-0000-4000-8000-000000000002", teacher: "teacher-live" },
} as const;
export type GradedClass = keyof typeof gradedClasses;

/** More pupils than the server draws at once, the last of them a former one; they have done nothing yet. */
export const crowdedClass = { id: "6f0e1d3a-0000-4000-8000-000000000005", teacher: "teacher-crowded", pupils: 60, nameOf: (index: number) => `Pupil ${String(index + 1).padStart(2, "0")}` } as const;

/** What the pupils are called, by the class; one of them as nobody should be. */
export const pupilNames = ["First pupil", "Second pupil", "=Third pupil"] as const;

/** The user name of a pupil of `live`. */
export const pupilAccount = (index: number) => `pupil-live-${index}`;

export const quizTitle = "Rockets, known well";

/** The id of a class's quiz, and of its older one that is closed. */
export const quizOf = (name: GradedClass, which: "open" | "closed" = "open") => gradedClasses[name].id.replace("-0000-4000", which === "open" ? "-0001-4000" : "-0002-4000");

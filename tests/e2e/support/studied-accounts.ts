/** Learners whose history is in the database before the server starts. Tests may read them, not change them. */
export const studiedAccounts = [
  { userName: "studied-a-day", days: 1, factsPerDay: 8 },
  { userName: "studied-a-month", days: 30, factsPerDay: 8 },
  { userName: "studied-a-year", days: 365, factsPerDay: 2, undone: 0.02 },
];

/** A class that is in the database before the server starts, with an account for each who is, was or is not of it. */
export const walledClass = {
  id: "6f0e1d3a-0000-4000-8000-000000000004", quiz: "6f0e1d3a-0004-4000-8000-000000000004", attempt: "6f0e1d3a-0005-4000-8000-000000000004", pupil: "6f0e1d3a-0006-4000-8000-000000000004",
} as const;

/** Who they are to the class, by the ends of their user names. */
export const walledRoles = ["teacher", "co-teacher", "pupil", "removed", "stranger", "other-teacher"] as const;
export type WalledRole = (typeof walledRoles)[number];
export const walledAccount = (role: WalledRole) => `walled-${role}`;

/** What only members are told, and what only who teaches is told: the name of another pupil. */
export const walledSecrets = { class: "Class behind walls", work: "Work behind walls", pupil: "Pupil behind walls" } as const;

import { randomUUID } from "node:crypto";

/** A user name that no other test has. */
export const newUserName = () => `learner-${randomUUID().slice(0, 12)}`;

export const password = "orbit-insertion-burn";

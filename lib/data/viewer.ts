import "server-only";

/** On whose behalf the data is read or written; every query names it in `where`. */
export type Viewer = { userId: string };

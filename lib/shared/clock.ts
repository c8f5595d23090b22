/** Where the time comes from. Pure code gets instants as arguments; only the server's edge owns a clock. */
export type Clock = () => Date;

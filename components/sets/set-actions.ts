import type { Result } from "@/lib/shared/result";

type Outcome<T> = Promise<Result<T, { code: string; message: string }>>;

export type FoundEntity = { id: string; name: string; kind: string; zh?: string };

export type SetQuery = { topics: string[]; entities: string[]; facts: string[]; types: string[]; programmes: string[]; kinds: string[] };

/** What the server does for sets, handed down by the pages. `revision`: what the form was filled from; without it the change holds whatever the set has become. */
export type SaveSet = (input: { setId?: string; revision?: number; name: string; query: SetQuery }) => Outcome<{ id: string }>;
export type ForSet = (input: { setId: string }) => Outcome<void>;
export type ShareSet = (input: { setId: string; isRenewed: boolean }) => Outcome<{ shareCode: string }>;
export type RestoreSet = (input: { setId: string; revision: number; current: number }) => Outcome<{ id: string }>;
export type AddToSet = (input: { setId: string | null; name: string; entities: string[]; facts: string[] }) => Outcome<{ id: string }>;
export type ForClassSet = (input: { classId: string; setId: string }) => Outcome<void>;
export type SaveExam = (input: { setId: string; examOn: string; goal: number }) => Outcome<void>;
export type SearchEntities = (input: { query: string }) => Outcome<FoundEntity[]>;

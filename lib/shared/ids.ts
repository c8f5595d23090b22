declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type EntityId = Branded<"EntityId">;
export type PredicateId = Branded<"PredicateId">;
export type FactId = Branded<"FactId">;
export type SourceId = Branded<"SourceId">;
export type ItemId = Branded<"ItemId">;
export type UserId = Branded<"UserId">;

/** Marks a text that has been checked (by a schema or by its origin) as an id of that kind. */
export const asEntityId = (id: string) => id as EntityId;
export const asPredicateId = (id: string) => id as PredicateId;
export const asFactId = (id: string) => id as FactId;
export const asSourceId = (id: string) => id as SourceId;
export const asItemId = (id: string) => id as ItemId;
export const asUserId = (id: string) => id as UserId;

/** Whether a text can be the id of a row; the database refuses to compare any other with one. */
export const isUuid = (text: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

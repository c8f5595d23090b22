import { createEventId } from "@/components/answer/event-id";
import { emptyFields, isBlankCard, type CardField, type CardMistake, type TypedCard } from "@/lib/own-facts/typed-card";
import type { PastedCard } from "./own-pasted";

export type FieldMistake = Pick<CardMistake, "field" | "code" | "value">;

/** Mistakes are kept by the card's id, so that they go with it wherever it is moved. */
export type CardsState = {
  cards: readonly TypedCard[];
  mistakes: ReadonlyMap<string, readonly FieldMistake[]>;
  mistakeCount: number;
  /** Cards that stay in view: those that had a mistake, and new ones. */
  pinned: ReadonlySet<string>;
};

export type CardsAction =
  | { type: "typed"; id: string; field: CardField; text: string }
  | { type: "added"; card: TypedCard; after: string | null }
  | { type: "pasted"; cards: readonly TypedCard[]; at: string }
  | { type: "removed"; id: string }
  | { type: "moved"; id: string; by: 1 | -1 }
  /** `sent`: the cards that the server was sent. */
  | { type: "judged"; mistakes: readonly CardMistake[]; sent: readonly TypedCard[] };

export const blankCard = (more: Partial<PastedCard> = {}): TypedCard => ({
  id: createEventId(), ...emptyFields, ...more,
});

/** A new set begins with a card to fill in. */
export const cardsFrom = (kept: readonly TypedCard[], first: TypedCard): CardsState => ({ cards: kept.length > 0 ? kept : [first], mistakes: new Map(), mistakeCount: 0, pinned: new Set() });

function withoutMistakes({ mistakes, mistakeCount }: CardsState, id: string, isGone: (mistake: FieldMistake) => boolean): Pick<CardsState, "mistakes" | "mistakeCount"> {
  const had = mistakes.get(id) ?? [];
  const left = had.filter((mistake) => !isGone(mistake));
  return left.length === had.length ? { mistakes, mistakeCount } : { mistakes: new Map([...mistakes, [id, left]]), mistakeCount: mistakeCount - (had.length - left.length) };
}

function judged(state: CardsState, found: readonly CardMistake[], sent: readonly TypedCard[]): CardsState {
  const mistakes = new Map<string, FieldMistake[]>();
  for (const { card, ...mistake } of found) {
    const id = sent[card]?.id;
    if (id !== undefined) mistakes.set(id, [...(mistakes.get(id) ?? []), mistake]);
  }
  return { ...state, mistakes, mistakeCount: found.length, pinned: new Set([...state.pinned, ...mistakes.keys()]) };
}

/** In the place of a blank card, else behind it. */
function pasted(state: CardsState, cards: readonly TypedCard[], at: string): CardsState {
  const place = state.cards.findIndex(({ id }) => id === at);
  const isBlank = place >= 0 && isBlankCard(state.cards[place]!);
  const all = [...state.cards.slice(0, isBlank ? place : place + 1), ...cards, ...state.cards.slice(place + 1)];
  return { ...state, cards: all };
}

function moved(state: CardsState, id: string, by: 1 | -1): CardsState {
  const from = state.cards.findIndex((card) => card.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= state.cards.length) return state;
  const cards = [...state.cards];
  [cards[from], cards[to]] = [cards[to]!, cards[from]!];
  return { ...state, cards, pinned: new Set([...state.pinned, id]) };
}

/** What becomes of the cards. */
export function changeCards(state: CardsState, action: CardsAction): CardsState {
  switch (action.type) {
    case "typed": return {
      ...state, cards: state.cards.map((card) => (card.id === action.id ? { ...card, [action.field]: action.text } : card)),
      ...withoutMistakes(state, action.id, ({ field }) => field === action.field),
    };
    case "added": {
      const place = action.after === null ? state.cards.length : state.cards.findIndex(({ id }) => id === action.after) + 1;
      return { ...state, cards: [...state.cards.slice(0, place), action.card, ...state.cards.slice(place)], pinned: new Set([...state.pinned, action.card.id]) };
    }
    case "pasted": return pasted(state, action.cards, action.at);
    case "removed": return { ...state, cards: state.cards.filter(({ id }) => id !== action.id), ...withoutMistakes(state, action.id, () => true) };
    case "moved": return moved(state, action.id, action.by);
    case "judged": return judged(state, action.mistakes, action.sent);
  }
}

/** The cards that are shown, with their places: the first `count` and all that are pinned; and how many are not. */
export function shownCards({ cards, pinned }: Pick<CardsState, "cards" | "pinned">, count: number): { shown: { card: TypedCard; place: number }[]; hidden: number } {
  const shown = cards.flatMap((card, place) => (place < count || pinned.has(card.id) ? [{ card, place }] : []));
  return { shown, hidden: cards.length - shown.length };
}

/** The cards of a set as they were at a revision; null before there is a set. */
export type CardsAt = { revision: number | null; cards: readonly TypedCard[] };

/** The revision that a save of the form names: that of the page as it is now while the cards in it are still those that the form began with (only a table went), else the one that it began with, so that what another tab did is a conflict. */
export const revisionToName = (begun: CardsAt, given: CardsAt): number | null =>
  JSON.stringify(given.cards) === JSON.stringify(begun.cards) ? given.revision : begun.revision;

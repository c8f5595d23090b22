import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useReducer, useState } from "react";
import { flushSync } from "react-dom";
import type { PreviewPage } from "@/lib/own-facts/preview-page";
import { emptyFields, type CardMistake, type TypedCard } from "@/lib/own-facts/typed-card";
import type { Result } from "@/lib/shared/result";
import { askOwn } from "./own-api";
import { cardsFrom, changeCards, revisionToName, type CardsAction } from "./own-cards-state";
import { usePictureUploads } from "./own-picture-upload";
import { usePreviewPages } from "./own-preview-pages";
import { useRefusalWords } from "./own-words";

/** `revision`: null for a set that is to be made; `first`: the id of the card that an empty form begins with. */
export type EditedOwnCards = { setId: string; revision: number | null; cards: TypedCard[]; first: string };

/** The state of the form for cards, and its way to the server. Nothing that was typed goes before it is saved. */
export function useOwnCards(given: EditedOwnCards) {
  // A page that is drawn anew brings another id for a new set; two sets would come of it.
  const [begun] = useState(given);
  const { setId, cards, first } = begun;
  const revision = revisionToName(begun, given);
  const router = useRouter();
  const [state, dispatch] = useReducer(changeCards, null, () => cardsFrom(cards, { id: first, ...emptyFields }));
  const [fault, setFault] = useState<string | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const [hasUnsaved, setHasUnsaved] = useState(false);
  const refusalWords = useRefusalWords();

  /** What the server makes of the cards; null where there was no answer, or they have mistakes, which are shown. */
  async function ask<T>(path: string, more: object): Promise<T | null> {
    setFault(null);
    const answer = await askOwn<Result<T, CardMistake[]>>(path, { setId, revision, cards: state.cards, ...more });
    if (!answer.ok) {
      setFault(refusalWords(answer.refusal, revision === null));
      return null;
    }
    const { value } = answer;
    // Whoever asked puts the focus on what is drawn by it.
    flushSync(() => dispatch({ type: "judged", mistakes: value.ok ? [] : value.error, sent: state.cards }));
    return value.ok ? value.value : null;
  }
  const preview = usePreviewPages((page) => ask<PreviewPage>("cards/questions", { page }));

  const change = (action: CardsAction) => {
    setHasUnsaved(true);
    preview.forget();
    dispatch(action);
  };
  const pictures = usePictureUploads((id, text) => change({ type: "typed", id, field: "pictureId", text }));

  return {
    state, fault, isSaving, hasUnsaved, preview, pictures, change,
    touch: () => setHasUnsaved(true),
    /** Whether it is saved. */
    save: async (name: string): Promise<boolean> => {
      setIsSaving(true);
      const saved = await ask<{ id: string }>("cards/save", { name });
      if (!saved) {
        setIsSaving(false);
        return false;
      }
      setHasUnsaved(false);
      router.push(`/sets/${saved.id}` as Route);
      router.refresh();
      return true;
    },
  };
}

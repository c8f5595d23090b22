import { useState } from "react";
import type { PictureMistakeCode } from "@/lib/own-facts/mistakes";
import { pictureLimits } from "@/lib/own-facts/own-limits";
import type { Result } from "@/lib/shared/result";
import { askOwn, type OwnRefusal } from "./own-api";

/** What the file dialog offers; what a file is, the server finds out. */
export const pictureTypes = "image/png,image/jpeg,image/webp";

/** Why a picture was not taken. */
export type PictureFault = { code: PictureMistakeCode } | { refusal: OwnRefusal };

/** How it stands with the picture that was chosen for a card last. */
export type PictureUpload = "busy" | PictureFault;

async function send(file: File): Promise<{ id: string } | PictureFault> {
  if (file.size > pictureLimits.sentBytes) return { code: "too-large" };
  const answer = await askOwn<Result<{ id: string }, PictureMistakeCode>>("pictures", file);
  if (!answer.ok) return answer.refusal === "tooLarge" ? { code: "too-large" } : { refusal: answer.refusal };
  return answer.value.ok ? answer.value.value : { code: answer.value.error };
}

/** Pictures on their way to the server, by the card's id. `onTaken` is told what the server calls one. */
export function usePictureUploads(onTaken: (card: string, pictureId: string) => void) {
  const [uploads, setUploads] = useState<ReadonlyMap<string, PictureUpload>>(new Map());
  const note = (card: string, upload: PictureUpload | null) =>
    setUploads((before) => {
      const after = new Map(before);
      if (upload) after.set(card, upload);
      else after.delete(card);
      return after;
    });
  return {
    uploads,
    isUploading: [...uploads.values()].includes("busy"),
    /** Whether it was taken. */
    upload: async (card: string, file: File): Promise<boolean> => {
      // One at a time, so that the last one chosen is the one that stays.
      if (uploads.get(card) === "busy") return false;
      note(card, "busy");
      const sent = await send(file);
      if ("id" in sent) onTaken(card, sent.id);
      note(card, "id" in sent ? null : sent);
      return "id" in sent;
    },
    forget: (card: string) => note(card, null),
  };
}

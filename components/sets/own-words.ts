import { useTranslations } from "next-intl";
import { fileMistakeCodes, type CardMistakeCode, type CellMistakeCode, type FileMistakeCode } from "@/lib/own-facts/mistakes";
import type { ColumnKind } from "@/lib/own-facts/own-limits";
import type { OwnRefusal } from "./own-api";
import type { PictureFault } from "./own-picture-upload";

type AnyCode = FileMistakeCode | CellMistakeCode | CardMistakeCode;

const isOfFile = (code: AnyCode): code is FileMistakeCode => (fileMistakeCodes as readonly string[]).includes(code);

/** What a mistake is, and what to do about it. */
export function useMistakeWords(): (code: AnyCode, kind?: ColumnKind) => string {
  const t = useTranslations("ownFacts");
  return (code, kind) => {
    if (isOfFile(code)) return t(`fileMistake.${code}`);
    return code === "wrong-kind" && kind ? t(`wrongKind.${kind}`) : t(`mistake.${code}`);
  };
}

/** Why a picture was not taken. */
export function usePictureWords(): (fault: PictureFault) => string {
  const t = useTranslations("ownFacts");
  return (fault) => ("code" in fault ? t(`pictureMistake.${fault.code}`) : t(`form.refused.${fault.refusal}`));
}

/** Why something was not done; `isNew`: it is about a set that is to be made. */
export function useRefusalWords(): (refusal: OwnRefusal, isNew: boolean) => string {
  const t = useTranslations("ownFacts.form");
  return (refusal, isNew) => `${t(`refused.${refusal === "changed" && isNew ? "tooManySets" : refusal}`)} ${t("kept")}`;
}

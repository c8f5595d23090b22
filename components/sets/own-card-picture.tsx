import { ImagePlus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type DragEvent } from "react";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { classNames } from "@/components/ui/class-names";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import { pictureAddress } from "@/lib/own-facts/picture-address";
import { pictureTypes } from "./own-picture-upload";

type OwnCardPictureProps = {
  id: string;
  pictureId: string;
  alternative: string;
  isBusy: boolean;
  /** What is wrong with it, in words. */
  mistake: string | undefined;
  onFile: (file: File) => void;
  onRemove: () => void;
};

/** A card's picture: chosen, dropped, seen, replaced and removed. */
export function OwnCardPicture({ id, pictureId, alternative, isBusy, mistake, onFile, onRemove }: OwnCardPictureProps) {
  const t = useTranslations("ownFacts.cards");
  const isInteractive = useIsInteractive();
  const [isOver, setIsOver] = useState(false);
  const has = pictureId !== "";
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <div role="group" aria-label={t("pictureId")} onDragOver={over} onDragLeave={() => setIsOver(false)} onDrop={drop} className={classNames("flex flex-wrap items-center gap-3 rounded-control border border-dashed p-3", isOver ? "border-ink bg-sunken" : "border-control")}>
      {/* eslint-disable-next-line @next/next/no-img-element -- see components/ui/fitted-image.tsx */}
      {has && <img src={pictureAddress(pictureId)} alt={alternative || t("pictureNotDescribed")} width={96} height={96} className="size-24 rounded-control border border-line bg-surface object-contain text-14 text-muted" />}
      <div className="flex min-w-0 flex-1 basis-60 flex-col gap-1">
        <div className="flex flex-wrap gap-2">
          <label className={classNames(buttonStyle("secondary"), "relative cursor-pointer outline-offset-2 outline-focus has-focus-visible:outline-2")}>
            <ImagePlus aria-hidden size={18} strokeWidth={1.5} />
            {isBusy ? t("pictureReading") : t(has ? "pictureReplace" : "pictureChoose")}
            <input
              id={id} type="file" accept={pictureTypes} disabled={!isInteractive} aria-invalid={mistake ? true : undefined} aria-describedby={mistake ? `${id}-hint ${id}-mistake` : `${id}-hint`} className="sr-only"
              onChange={(event) => {
                const file = event.target.files?.[0];
                // Chosen again after it was mended, it is to be sent again.
                event.target.value = "";
                if (file) onFile(file);
              }}
            />
          </label>
          {has && (
            <Button look="quiet" onClick={onRemove}>
              <X aria-hidden size={18} strokeWidth={1.5} />
              {t("pictureRemove")}
            </Button>
          )}
        </div>
        <p id={`${id}-hint`} className="text-14 text-muted">
          {t("pictureTypes")}
        </p>
        <p id={`${id}-mistake`} role="alert" className="text-14 font-medium text-wrong empty:hidden">
          {mistake}
        </p>
      </div>
    </div>
  );
}

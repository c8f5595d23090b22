"use client";

import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import type { PointerEvent } from "react";
import { classNames } from "@/components/ui/class-names";
import { unbroken } from "@/components/ui/unbroken";
import { useIsInteractive } from "@/components/ui/use-is-interactive";
import { RowKey, rowStyle, RowTag, type Mark } from "./option-row";

type OrderRowProps = {
  name: string;
  place: number;
  total: number;
  isInHand: boolean;
  isDragged: boolean;
  /** How far down it stands while a row is dragged; null when none is. */
  shift: number | null;
  /** Where it belongs; null until the verdict is in. */
  rightPlace: number | null;
  isOpen: boolean;
  onGrab: (press: PointerEvent) => void;
  onTake: () => void;
  onMove: (to: number) => void;
};

const steps = [
  { step: -1, name: "up", Icon: ArrowUp },
  { step: 1, name: "down", Icon: ArrowDown },
] as const;

export function OrderRow({ name, place, total, isInHand, isDragged, shift, rightPlace, isOpen, onGrab, onTake, onMove }: OrderRowProps) {
  const t = useTranslations("study.order");
  const isInteractive = useIsInteractive();
  // What cannot be used any more keeps its room, so that nothing moves when the verdict comes.
  const hides = isOpen ? null : "invisible";
  const isRight = rightPlace === place;
  const mark: Mark = rightPlace === null ? (isInHand ? "pressed" : "none") : isRight ? "right" : "wrong";
  const look = shift !== null && (isDragged ? "z-10 border-ink shadow-overlay" : "transition-transform!");
  return (
    <li style={shift === null ? undefined : { transform: `translateY(${shift}px)` }} className={classNames(rowStyle(mark, false), "gap-1! px-1! py-1!", look)}>
      <span
        onPointerDown={onGrab}
        aria-hidden
        className={classNames("grid h-11 w-7 shrink-0 cursor-grab touch-none place-items-center text-muted select-none active:cursor-grabbing", hides)}
      >
        <GripVertical size={20} strokeWidth={1.5} />
      </span>
      <RowKey>{place + 1}</RowKey>
      <span className="min-w-0 grow px-2 py-1.5 sm:@xs:pr-14">{unbroken(name)}</span>
      <span className={classNames("flex shrink-0", hides)}>
        {steps.map(({ step, name: direction, Icon }) => {
          const isPossible = place + step >= 0 && place + step < total;
          return (
            <button
              key={direction}
              type="button"
              disabled={!isInteractive}
              aria-label={t(direction, { name })}
              aria-disabled={!isPossible || undefined}
              onFocus={onTake}
              onClick={() => isPossible && onMove(place + step)}
              className="grid h-11 w-10 place-items-center rounded-control hover:bg-sunken aria-disabled:cursor-default aria-disabled:text-muted aria-disabled:opacity-40 sm:w-11"
            >
              <Icon aria-hidden size={20} strokeWidth={1.5} />
            </button>
          );
        })}
      </span>
      {rightPlace !== null && <RowTag mark={isRight ? "right" : "wrong"} text={isRight ? t("rightPlace") : t("belongs", { place: rightPlace + 1 })} />}
    </li>
  );
}

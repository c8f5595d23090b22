"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { placeUnder, shiftOf } from "./drag-places";
import { moveTo, type Draft, type Order } from "./draft";
import { OrderRow } from "./order-row";
import { Spoken } from "./spoken";
import { useDrag } from "./use-drag";

type OrderOptionsProps = {
  options: readonly string[];
  response: Order;
  /** The place in hand. */
  at: number | null;
  /** The right order; null until the verdict is in. */
  right: readonly number[] | null;
  isOpen: boolean;
  onDraft: (draft: Draft) => void;
};

/** A list to be put in order: dragged by its handles, moved by its buttons, or by keys alone. */
export function OrderOptions({ options, response, at, right, isOpen, onDraft }: OrderOptionsProps) {
  const t = useTranslations("study.order");
  const list = useRef<HTMLOListElement>(null);
  const { drag, grab } = useDrag({ among: list, restMs: 0, onDrop: (dropped) => onDraft(moveTo(response, dropped.item, placeUnder(dropped))) });
  const { order } = response;
  return (
    <>
      <ol ref={list} aria-label={t("list")} className="@container flex flex-col gap-2">
        {order.map((option, place) => (
          <OrderRow
            key={option}
            name={options[option]!}
            place={place}
            total={order.length}
            isInHand={isOpen && place === at}
            isDragged={place === drag?.item}
            shift={drag && shiftOf(place, drag)}
            rightPlace={right && right.indexOf(option)}
            isOpen={isOpen}
            onGrab={(press) => isOpen && grab(place, press)}
            onTake={() => onDraft({ response, at: place })}
            onMove={(to) => onDraft(moveTo(response, place, to))}
          />
        ))}
      </ol>
      <Spoken text={at === null || !isOpen ? "" : t("moved", { name: options[order[at]!]!, place: at + 1, total: order.length })} />
    </>
  );
}

"use client";

import { closestCenter, DndContext, PointerSensor, useSensor, useSensors, type DragEndEvent } from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { ownAnnouncements } from "./drag-words";
import { moveTo, type Draft, type Order } from "./draft";
import { OrderRow } from "./order-row";
import { Spoken } from "./spoken";

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

const idOf = (option: number) => `option-${option}`;

/** A list to be put in order: dragged by its handles, moved by its buttons, or by keys alone. */
export function OrderOptions({ options, response, at, right, isOpen, onDraft }: OrderOptionsProps) {
  const t = useTranslations("study.order");
  const contextId = useId();
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const { order } = response;
  const ids = order.map(idOf);

  const drop = ({ active, over }: DragEndEvent) => {
    const [from, to] = [ids.indexOf(String(active.id)), ids.indexOf(String(over?.id))];
    if (from !== -1 && to !== -1 && from !== to) onDraft(moveTo(response, from, to));
  };

  return (
    <DndContext id={contextId} sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop} accessibility={ownAnnouncements}>
      <SortableContext items={ids} strategy={verticalListSortingStrategy} disabled={!isOpen}>
        <ol aria-label={t("list")} className="flex flex-col gap-2">
          {order.map((option, place) => (
            <OrderRow
              key={option}
              id={idOf(option)}
              name={options[option]!}
              place={place}
              total={order.length}
              isInHand={isOpen && place === at}
              rightPlace={right && right.indexOf(option)}
              isOpen={isOpen}
              onTake={() => onDraft({ response, at: place })}
              onMove={(to) => onDraft(moveTo(response, place, to))}
            />
          ))}
        </ol>
      </SortableContext>
      <Spoken text={at === null || !isOpen ? "" : t("moved", { name: options[order[at]!]!, place: at + 1, total: order.length })} />
    </DndContext>
  );
}

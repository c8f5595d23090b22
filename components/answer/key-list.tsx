"use client";

import { Dialog } from "@/components/ui/dialog";
import { Table } from "@/components/ui/table";

type KeyListProps = {
  labels: { title: string; key: string; action: string; shortcuts: string; close: string };
  rows: readonly { keys: string; action: string }[];
  hasShortcuts: boolean;
  onShortcuts: (isOn: boolean) => void;
  onClose: () => void;
};

/** The keys, and a switch for those of one character: who speaks to the computer, or shakes, may not want them. */
export function KeyList({ labels, rows, hasShortcuts, onShortcuts, onClose }: KeyListProps) {
  return (
    <Dialog title={labels.title} closeLabel={labels.close} onClose={onClose}>
      <Table
        caption={labels.title}
        isCaptionHidden
        columns={[{ heading: labels.key }, { heading: labels.action }]}
        rows={rows.map(({ keys, action }) => ({ key: action, cells: [keys, action] }))}
      />
      <label className="flex min-h-11 cursor-pointer items-center gap-3">
        <input type="checkbox" checked={hasShortcuts} onChange={(event) => onShortcuts(event.target.checked)} className="size-5 accent-accent" />
        {labels.shortcuts}
      </label>
    </Dialog>
  );
}

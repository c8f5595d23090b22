"use client";

import { useId } from "react";

type WhatIfSliderProps = { label: string; min: number; max: number; value: number; shown: string; spoken: string; isDisabled: boolean; onChange: (value: number) => void };

/** A range with its value in sight. */
export function WhatIfSlider({ label, min, max, value, shown, spoken, isDisabled, onChange }: WhatIfSliderProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <output htmlFor={id} className="text-18 whitespace-nowrap tabular-nums" aria-live="off">
          {shown}
        </output>
      </div>
      <input id={id} type="range" min={min} max={max} value={value} disabled={isDisabled} aria-valuetext={spoken} onChange={(event) => onChange(event.target.valueAsNumber)} className="min-h-11 w-full" />
    </div>
  );
}

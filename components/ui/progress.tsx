type ProgressProps = { label: string; value: number; max: number };

/** A thin line; drawn as SVG because its length is data and the security policy allows no style attributes. */
export function Progress({ label, value, max }: ProgressProps) {
  const share = max === 0 ? 0 : Math.min(1, value / max);
  return (
    <svg
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      viewBox="0 0 100 1"
      preserveAspectRatio="none"
      className="h-1 w-full overflow-hidden rounded-full"
    >
      <rect width="100" height="1" className="fill-line" />
      <rect width={share * 100} height="1" className="fill-ink forced-colors:fill-[Highlight]" />
    </svg>
  );
}

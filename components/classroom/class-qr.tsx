import { encode } from "uqr";
import { StaticSvg } from "@/components/ui/static-svg";

/** Light modules around the code, as scanners need them (ISO/IEC 18004). */
const quietModules = 4;

/** Dark modules that stand beside each other in a row, as one step of a path. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  const steps: string[] = [];
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      const start = x;
      while (row[x]) x++;
      if (x > start) steps.push(`M${start} ${y}h${x - start}v1h${start - x}z`);
    }
  });
  return steps.join("");
}

/** A QR code, dark on light in either theme: many scanners read no other. */
export function ClassQr({ text, label, className }: { text: string; label: string; className: string }) {
  const { size, data } = encode(text, { ecc: "M", border: quietModules });
  return (
    <StaticSvg className={className}>
      <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width="100%" shapeRendering="crispEdges">
        <rect width={size} height={size} fill="#ffffff" />
        <path d={pathOf(data)} fill="#000000" />
      </svg>
    </StaticSvg>
  );
}

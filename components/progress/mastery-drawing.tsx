import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { StaticSvg } from "@/components/ui/static-svg";

export type MapSubject = { id: string; name: string; x: number; y: number; radius: number; facts: number; begun: number; recalled: number; label: { text: string; y: number } | null };
export type SubjectIsland = { name: "rockets" | "crewed" | "probes" | "satellites" | "sites" | "people" | "programmes"; x: number; top: number; facts: number; begun: number; recalled: number; entities: readonly MapSubject[] };
type Line = readonly [number, number, number, number];
export type SubjectMap = {
  width: number;
  height: number;
  islands: readonly SubjectIsland[];
  threads: readonly Line[];
  bonds: readonly { line: Line; count: number }[];
  elsewhere: readonly { x: number; y: number }[];
};

/** From hollow over pale to dark, by the share of its facts that would be recalled. */
const tints = [
  "fill-surface",
  "fill-[color-mix(in_oklab,var(--color-chart-1)_10%,var(--color-surface))]",
  "fill-[color-mix(in_oklab,var(--color-chart-1)_20%,var(--color-surface))]",
  "fill-[color-mix(in_oklab,var(--color-chart-1)_30%,var(--color-surface))]",
  "fill-[color-mix(in_oklab,var(--color-chart-1)_45%,var(--color-surface))]",
] as const;
const tintOf = ({ facts, begun, recalled }: MapSubject) => (begun === 0 ? 0 : Math.min(4, 1 + Math.floor((4 * recalled) / facts)));

/** Of the groups' names, at most: they stay within the drawing. */
const letterWidth = 9.2;
const keptWithin = (middle: number, text: string, width: number) => Math.min(width - (text.length * letterWidth) / 2, Math.max((text.length * letterWidth) / 2, middle));

/** Bonds that are strong enough to be seen. */
const leastBond = 8;

const drawLine = ([x1, y1, x2, y2]: Line) => `M${Math.round(x1)} ${Math.round(y1)}L${Math.round(x2)} ${Math.round(y2)}`;

/** Of the inner disc; they stand on the group, since there are hundreds of discs. */
const filledLooks = "[&_circle+circle]:fill-chart-1 [&_circle+circle]:stroke-none forced-colors:[&_circle+circle]:fill-[CanvasText]";

/** `label` is given, since the words of a catalogue cost more than the disc, and there are hundreds. */
function Disc({ subject: { id, x, y, radius, facts, recalled }, label }: { subject: MapSubject; label: string }) {
  const filled = Math.round(10 * radius * Math.sqrt(recalled / facts)) / 10;
  return (
    <a href={`/progress/subjects/${id}`} tabIndex={-1}>
      <title>{label}</title>
      <circle cx={Math.round(x)} cy={Math.round(y)} r={radius} />
      {filled > 0 && <circle cx={Math.round(x)} cy={Math.round(y)} r={filled} />}
    </a>
  );
}

/** The graph for the eye and the pointer; the list says the same to everybody else. */
export function MasteryDrawing({ map }: { map: SubjectMap }) {
  const t = useTranslations("progressNow.map");
  const subjects = map.islands.flatMap(({ entities }) => entities);
  const labelOf = ({ name, recalled, facts }: MapSubject) => t("name", { name, recalled: Math.round(recalled), facts });
  return (
    <StaticSvg>
      <svg viewBox={`0 0 ${map.width} ${map.height}`} className="h-auto w-full" aria-hidden>
        <g className="stroke-line">
          {map.bonds.map(({ line, count }) => count >= leastBond && <path key={line.join(" ")} d={drawLine(line)} strokeWidth={Math.round(2 * Math.sqrt(count))} />)}
        </g>
        <path d={map.threads.map(drawLine).join("")} className="fill-none stroke-control" strokeWidth="0.7" strokeOpacity="0.8" />
        <path d={map.elsewhere.map(({ x, y }) => `M${Math.round(x)} ${Math.round(y)}h0`).join("")} className="fill-none stroke-control" strokeWidth="4" strokeLinecap="round" />
        {tints.map((tint, step) => (
          <g key={tint} className={classNames("stroke-chart-1 forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]", filledLooks, tint)}>
            {subjects.filter((subject) => tintOf(subject) === step).map((subject) => <Disc key={subject.id} subject={subject} label={labelOf(subject)} />)}
          </g>
        ))}
        <g textAnchor="middle" strokeWidth="3" className="pointer-events-none fill-ink stroke-surface [paint-order:stroke] forced-colors:fill-[CanvasText] forced-colors:stroke-[Canvas]">
          <g fontSize="14">
            {subjects.map(({ id, x, label }) => label && (
              <text key={id} x={x} y={label.y}>
                {label.text}
              </text>
            ))}
          </g>
          <g fontSize="16" fontWeight="600">
            {map.islands.map(({ name, x, top }) => (
              <text key={name} x={keptWithin(x, t(`island.${name}`), map.width)} y={top - 12}>
                {t(`island.${name}`)}
              </text>
            ))}
          </g>
        </g>
      </svg>
    </StaticSvg>
  );
}

import Link from "next/link";

export type AnalysisLink = { key: string; text: string; query: Record<string, string>; isHere: boolean };

/** A choice as links: going back shows what was there before. */
export function AnalysisLinks({ label, links }: { label: string; links: readonly AnalysisLink[] }) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ul className="flex flex-wrap gap-2">
        {links.map(({ key, text, query, isHere }) => (
          <li key={key}>
            <Link
              href={{ query }}
              scroll={false}
              prefetch={false}
              aria-current={isHere ? "true" : undefined}
              className="flex min-h-11 items-center rounded-control border border-control px-4 hover:bg-sunken aria-current:border-ink aria-current:bg-ink aria-current:text-paper forced-colors:aria-current:underline"
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

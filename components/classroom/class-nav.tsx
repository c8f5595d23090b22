"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";

export type ClassPage = { path: "" | `/${string}`; name: string };

/** The pages of a class. Its first page is also where work is looked at. */
export function ClassNav({ classId, label, pages }: { classId: string; label: string; pages: readonly ClassPage[] }) {
  const here = usePathname().slice(`/classes/${classId}`.length);
  const isHere = ({ path }: ClassPage) => (path === "" ? here === "" || here.startsWith("/assignments") : here === path || here.startsWith(`${path}/`));
  return (
    <nav aria-label={label} className="border-b border-line print:hidden">
      <ul className="-mx-2 flex flex-wrap sm:-mx-3">
        {pages.map((page) => (
          <li key={page.path}>
            <Link
              href={`/classes/${classId}${page.path}` as Route}
              prefetch={false}
              aria-current={isHere(page) ? "page" : undefined}
              className="flex min-h-11 items-center rounded-control px-2 text-14 text-muted decoration-accent decoration-2 underline-offset-8 hover:text-ink sm:px-3 sm:text-16 aria-[current]:text-ink aria-[current]:underline"
            >
              {page.name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

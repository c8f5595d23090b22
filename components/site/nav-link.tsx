"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

export function NavLink({ href, children }: { href: Route; children: ReactNode }) {
  const path = usePathname();
  const isHere = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={isHere ? "page" : undefined}
      className="flex min-h-11 items-center rounded-control px-1.5 text-14 text-muted decoration-accent decoration-2 underline-offset-8 min-[23.5rem]:max-[25rem]:px-1 sm:px-3 sm:text-16 hover:text-ink aria-[current]:text-ink aria-[current]:underline"
    >
      {children}
    </Link>
  );
}

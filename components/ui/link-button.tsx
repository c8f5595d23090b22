import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonStyle } from "./button-style";
import type { ButtonLook } from "./button-style";

type LinkButtonProps = ComponentProps<typeof Link> & { look?: ButtonLook };

export function LinkButton({ look = "secondary", className, ...rest }: LinkButtonProps) {
  return <Link {...rest} className={buttonStyle(look, className)} />;
}

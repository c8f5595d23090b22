import type { ComponentProps } from "react";
import { buttonStyle } from "./button-style";
import type { ButtonLook } from "./button-style";

type ButtonProps = ComponentProps<"button"> & {
  look?: ButtonLook;
  /** Working on it, or done with it: presses do nothing, but the button keeps the focus. */
  isBusy?: boolean;
};

export function Button({ look = "secondary", isBusy = false, className, onClick, type = "button", ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={isBusy && type === "submit" ? "button" : type}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? undefined : onClick}
      className={buttonStyle(look, className)}
    />
  );
}

import type { ComponentProps } from "react";
import { cx } from "../cx";
import { controlClass } from "./control-class";

export function Input({ className, type = "text", ...rest }: ComponentProps<"input">) {
  return <input {...rest} type={type} className={cx(controlClass, "h-11", className)} />;
}

"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";

const choices = [
  { value: "light", label: "Light", Icon: Sun },
  { value: "dark", label: "Dark", Icon: Moon },
  { value: "system", label: "As your device", Icon: Monitor },
];
const never = () => () => undefined;

/** The server does not know what the browser remembers, so nothing is pressed until it has been asked. */
export function ThemeToggle() {
  const { theme, setTheme } = useTheme();
  const asked = useSyncExternalStore(never, () => true, () => false);
  return (
    <div role="group" aria-label="Colours" className="flex w-fit rounded-full border border-line p-0.5">
      {choices.map(({ value, label, Icon }) => (
        <button
          key={value}
          type="button"
          aria-label={label}
          title={label}
          aria-pressed={asked && theme === value}
          onClick={() => setTheme(value)}
          className="grid size-8 place-items-center rounded-full text-soft transition-colors hover:text-ink aria-pressed:bg-raised aria-pressed:text-ink"
        >
          <Icon aria-hidden="true" className="size-4" />
        </button>
      ))}
    </div>
  );
}

type Options = { description?: string; action?: { label: string; onClick: () => void } };

/** Says that something happened elsewhere on the page. sonner is fetched with the first toast, not with the page. */
async function say(kind: "success" | "error" | "message", text: string, options?: Options) {
  const { toast } = await import("sonner");
  toast[kind](text, options);
}

export const notify = {
  done: (text: string, options?: Options) => void say("success", text, options),
  failed: (text: string, options?: Options) => void say("error", text, options),
  said: (text: string, options?: Options) => void say("message", text, options),
};

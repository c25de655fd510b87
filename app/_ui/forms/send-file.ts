export type UploadTarget = { url: string; headers?: Record<string, string> };
type Options = { onProgress: (sent: number, total: number) => void; signal?: AbortSignal };

/** PUTs a file to a presigned address. fetch() cannot tell how much has left, XMLHttpRequest can. */
export function sendFile(file: File, { url, headers = {} }: UploadTarget, { onProgress, signal }: Options): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => onProgress(event.loaded, event.lengthComputable ? event.total : file.size);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(new Error(`The store answered ${request.status}.`));
    };
    request.onerror = () => reject(new Error("The connection broke."));
    request.onabort = () => reject(new DOMException("Stopped.", "AbortError"));
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

/** 5242880 → "5.0 MB". */
export function fileSize(bytes: number): string {
  const units = ["B", "kB", "MB", "GB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value.toFixed(unit ? 1 : 0)} ${units[unit] ?? "B"}`;
}

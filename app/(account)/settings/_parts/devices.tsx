"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { notify } from "@/app/_ui/overlays/toast";
import { Chip } from "@/app/_ui/surfaces/chip";
import { TimeAgo } from "@/app/_ui/time/time-ago";

type Device = { id: string; name: string; current: boolean; signedInAt: string; lastSeenAt: string };

export function Devices({ devices }: { devices: Device[] }) {
  const router = useRouter();
  const sending = useSend();
  const [leaving, setLeaving] = useState<string>();
  const done = (text: string) => () => {
    router.refresh();
    notify.done(text);
  };
  const signOut = (device: Device) => {
    setLeaving(device.id);
    void sending.send(() => api.DELETE("/api/v1/sessions/{sessionId}", { params: { path: { sessionId: device.id } } }), done(`${device.name} is signed out.`));
  };
  const signOutOthers = () => {
    setLeaving("others");
    void sending.send(() => api.DELETE("/api/v1/sessions"), done("Every other device is signed out."));
  };
  return (
    <>
      <ul className="-mt-3">
        {devices.map((device) => (
          <li key={device.id} className="flex items-center gap-4 border-b border-line py-3 last:border-0">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {device.name}
                {device.current && <Chip tone="in">This one</Chip>}
              </p>
              <p className="text-small text-soft">
                Last used <TimeAgo date={device.lastSeenAt} />, signed in <TimeAgo date={device.signedInAt} />
              </p>
            </div>
            {!device.current && (
              <Button size="small" aria-label={`Sign out ${device.name}`} pending={sending.pending && leaving === device.id} onClick={() => signOut(device)}>
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sending.general && (
        <p role="alert" className="mt-3 text-small text-danger">
          {sending.general}
        </p>
      )}
      {devices.length > 1 && (
        <Button className="mt-4" variant="danger" size="small" pending={sending.pending && leaving === "others"} onClick={signOutOthers}>
          Sign out everywhere else
        </Button>
      )}
    </>
  );
}

import {useEffect, useState} from "react";
import {later} from "../blocks/later.tsx";
import {noticeEvent} from "../blocks/say.ts";

const Notifications = later(
  () => import("@mantine/notifications"),
  (part) => part.Notifications
);

/** Where notices appear; loaded with the first one. */
export function Notices() {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const want = (): void => setWanted(true);
    globalThis.addEventListener(noticeEvent, want);
    return () => globalThis.removeEventListener(noticeEvent, want);
  }, []);
  if (!wanted) return null;
  return <Notifications position="bottom-right" autoClose={5000} />;
}

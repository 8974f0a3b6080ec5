import type {NotificationData} from "@mantine/notifications";
import {problemOf} from "../api/problem.ts";

/** Tells the page that there is a notice to show. */
export const noticeEvent = "ashlar:notice";

/** Says that something was done. */
export function say(message: string): void {
  void show({message, color: "petrol"});
}

/** Says that something failed, and what to do. */
export function sayProblem(error: unknown): void {
  const {title, detail, remedy, code} = problemOf(error);
  void show({
    title,
    message: [detail, remedy, `(${code})`].filter((part) => part !== undefined).join(" "),
    color: "red",
    autoClose: 12_000
  });
}

async function show(notice: NotificationData): Promise<void> {
  globalThis.dispatchEvent(new Event(noticeEvent));
  const {notifications} = await import("@mantine/notifications");
  notifications.show(notice);
}

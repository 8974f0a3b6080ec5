import {notifications} from "@mantine/notifications";
import {problemOf} from "../api/problem.ts";

/** Says that something was done. */
export function say(message: string): void {
  notifications.show({message, color: "petrol"});
}

/** Says that something failed, and what to do. */
export function sayProblem(error: unknown): void {
  const {title, detail, remedy, code} = problemOf(error);
  notifications.show({
    title,
    message: [detail, remedy, `(${code})`].filter((part) => part !== undefined).join(" "),
    color: "red",
    autoClose: 12_000
  });
}

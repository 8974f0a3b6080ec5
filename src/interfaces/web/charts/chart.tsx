import {useComputedColorScheme} from "@mantine/core";
import {useEffect, useRef, useState} from "react";
import type {ChartOption, Drawing} from "./engine.ts";
import {type Ink, inkOf} from "./ink.ts";
import type {Scheme} from "./palette.ts";

export interface ChartProps {
  /** The drawing for a theme and a width in pixels. */
  readonly option: (ink: Ink, scheme: Scheme, width: number) => ChartOption;
  /** What the chart shows, in words, for people who do not see it; the table beside has the figures. */
  readonly summary: string;
  /** In pixels, for a width. */
  readonly height: number | ((width: number) => number);
  /** A mark was chosen: the names of its series and its place. */
  readonly onPick?: (pick: Pick) => void;
  readonly label: string;
}

export interface Pick {
  readonly seriesId: string;
  readonly name: string;
  readonly dataIndex: number;
  readonly x: number;
  readonly y: number;
}

/** A chart. The library that draws it is loaded when the first one is shown. */
export function Chart({option, summary, height, onPick, label}: ChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const scheme = useComputedColorScheme("light", {getInitialValueInEffect: false});
  const [width, setWidth] = useState(0);
  const [state, setState] = useState<"loading" | "ready" | "failed">("loading");
  const picked = useRef(onPick);
  picked.current = onPick;

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      setWidth(Math.round(element.clientWidth));
      drawing.current?.resize();
    });
    observer.observe(element);
    let gone = false;
    import("./engine.ts")
      .then(({openDrawing}) => {
        if (gone) return;
        drawing.current = openDrawing(element, (pick) => picked.current?.(pick));
        setState("ready");
      })
      .catch(() => setState("failed"));
    return () => {
      gone = true;
      observer.disconnect();
      drawing.current?.close();
      drawing.current = null;
    };
  }, []);

  useEffect(() => {
    if (state === "ready" && width > 0) drawing.current?.show({...option(inkOf(), scheme, width), animation: false});
  }, [state, option, scheme, width]);

  return (
    <figure className="chart" aria-label={label}>
      <div
        ref={host}
        className={`chart-host ${onPick === undefined ? "" : "chart-pickable"}`}
        style={{height: typeof height === "number" ? height : height(width === 0 ? 900 : width)}}
        role="img"
        aria-label={summary}
        data-state={state}
      />
      {state === "loading" ? <div className="chart-wait" aria-hidden="true" /> : null}
      {state === "failed" ? <p className="quiet">The chart could not be loaded. The table has its figures.</p> : null}
      <figcaption className="sr-only">{summary}</figcaption>
    </figure>
  );
}

import type {ReactNode} from "react";
import {useId} from "react";

export interface PanelProps {
  readonly title: string;
  /** What the panel shows, in one line under the title: metric, period, currency. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A titled part of a page. */
export function Panel({title, note, actions, className = "", children}: PanelProps) {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <div className="panel-head">
        <div>
          <h2 id={id} className="panel-title">
            {title}
          </h2>
          {note === undefined ? null : <p className="panel-note">{note}</p>}
        </div>
        {actions === undefined ? null : <div className="panel-actions">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

export interface PageProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page with its heading; the heading takes the focus when the page is reached. */
export function Page({title, note, actions, children}: PageProps) {
  return (
    <div className="page">
      <header className="page-head">
        <div className="page-heading">
          <h1 className="page-title" tabIndex={-1}>
            {title}
          </h1>
          {note === undefined ? null : <div className="page-note">{note}</div>}
        </div>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** What would be here, why it matters, and the one next step. */
export function EmptyNote({title, children, action}: {title: string; children: ReactNode; action?: ReactNode}) {
  return (
    <div className="empty">
      <h2 className="empty-title">{title}</h2>
      <div className="empty-text">{children}</div>
      {action === undefined ? null : <div className="empty-action">{action}</div>}
    </div>
  );
}

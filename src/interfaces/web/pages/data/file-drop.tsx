import {IconUpload} from "@tabler/icons-react";
import {useRef, useState} from "react";

export interface FileDropProps {
  readonly choose: (files: readonly File[]) => void;
  readonly disabled: boolean;
}

/** A place to drop files on, which is also a button to pick them. */
export function FileDrop({choose, disabled}: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      className={`drop ${over ? "drop-over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (!disabled && files.length > 0) choose(files);
      }}
    >
      <IconUpload size={26} stroke={1.4} aria-hidden="true" />
      <p>
        Drop a file here, or{" "}
        <button type="button" className="link-button" disabled={disabled} onClick={() => input.current?.click()}>
          choose one
        </button>
      </p>
      <p className="quiet small">.csv, .csv.gz, .csv.zst or .parquet; several files are one delivery</p>
      <input
        ref={input}
        type="file"
        multiple
        className="sr-only"
        tabIndex={-1}
        aria-label="FOCUS files"
        accept=".csv,.gz,.zst,.parquet"
        onChange={({currentTarget}) => {
          const files = [...(currentTarget.files ?? [])];
          if (files.length > 0) choose(files);
          currentTarget.value = "";
        }}
      />
    </div>
  );
}

import "@mantine/core/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "@mantine/spotlight/styles.layer.css";
import "./app/tokens.css";
import "./app/app.css";
import "./app/parts.css";
import "./app/explore.css";
import "./app/print.css";
import {MantineProvider} from "@mantine/core";
import {QueryClientProvider} from "@tanstack/react-query";
import {RouterProvider} from "@tanstack/react-router";
import {StrictMode} from "react";
import {createRoot} from "react-dom/client";
import {makeQueryClient} from "./api/queries.ts";
import {styleNonce} from "./app/nonce.ts";
import {Notices} from "./app/notices.tsx";
import {preloadWhenIdle} from "./app/preload.ts";
import {makeRouter, pageLoads} from "./app/router.tsx";
import {theme, variables} from "./app/theme.ts";

const nonce = styleNonce();
const router = makeRouter();
const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        cssVariablesResolver={variables}
        getStyleNonce={() => nonce}
      >
        <QueryClientProvider client={makeQueryClient()}>
          <Notices />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
  preloadWhenIdle([
    ...pageLoads(router),
    () => import("./app/palette.tsx"),
    () => import("./app/shortcut-sheet.tsx"),
    () => import("@mantine/notifications")
  ]);
}

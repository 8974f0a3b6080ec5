import {AppShell, Burger, Group} from "@mantine/core";
import {useDisclosure} from "@mantine/hooks";
import {Outlet, useRouterState} from "@tanstack/react-router";
import {useEffect, useRef} from "react";
import {GoneBanner} from "./gone-banner.tsx";
import {Mark} from "./mark.tsx";
import {Navigation} from "./navigation.tsx";
import {Shortcuts} from "./shortcuts.tsx";
import {SignIn} from "./sign-in.tsx";

/** The frame of every page: navigation at the left, or behind a button on narrow screens. */
export function Shell() {
  const [opened, {toggle, close}] = useDisclosure(false);
  const path = useRouterState({select: ({location}) => location.pathname});
  const first = useRef(true);

  useEffect(() => {
    close();
    if (first.current) {
      first.current = false;
      return;
    }
    document.querySelector<HTMLElement>(".page-title")?.focus({preventScroll: true});
  }, [path, close]);

  return (
    <AppShell
      header={{height: {base: 48, md: 0}}}
      navbar={{width: 212, breakpoint: "md", collapsed: {mobile: !opened}}}
      padding={0}
    >
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <AppShell.Header hiddenFrom="md" className="topbar">
        <Group h="100%" px="sm" gap="sm">
          <Burger
            opened={opened}
            onClick={toggle}
            size="sm"
            aria-label={opened ? "Close navigation" : "Open navigation"}
          />
          <Mark />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className="rail" aria-label="Pages" aria-hidden={undefined}>
        <Navigation path={path} />
      </AppShell.Navbar>
      <AppShell.Main id="main" className="main" tabIndex={-1}>
        <GoneBanner />
        <SignIn>
          <Outlet />
        </SignIn>
      </AppShell.Main>
      <Shortcuts />
    </AppShell>
  );
}

import {type CSSVariablesResolver, type MantineColorsTuple, createTheme} from "@mantine/core";

const petrol: MantineColorsTuple = [
  "#e9f4f6",
  "#d3e7eb",
  "#a6ced6",
  "#7ab5c1",
  "#55a0af",
  "#3b91a2",
  "#1f7587",
  "#0f5c6e",
  "#0b4857",
  "#073642"
];

/** The greys of the dark theme, from text to ground. */
const dark: MantineColorsTuple = [
  "#e7eaec",
  "#c3cad0",
  "#a3adb5",
  "#6b757d",
  "#434b52",
  "#2f363c",
  "#20252a",
  "#1a1e21",
  "#15181b",
  "#121517"
];

export const theme = createTheme({
  primaryColor: "petrol",
  primaryShade: {light: 7, dark: 6},
  colors: {petrol, dark},
  autoContrast: true,
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--mono)",
  fontSizes: {xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "19px"},
  defaultRadius: 4,
  cursorType: "pointer",
  respectReducedMotion: true,
  headings: {fontFamily: "var(--font)", fontWeight: "600"},
  components: {
    Button: {defaultProps: {size: "xs"}},
    Select: {defaultProps: {size: "xs", comboboxProps: {shadow: "md"}, allowDeselect: false}},
    MultiSelect: {defaultProps: {size: "xs", comboboxProps: {shadow: "md"}}},
    TextInput: {defaultProps: {size: "xs"}},
    NumberInput: {defaultProps: {size: "xs"}},
    SegmentedControl: {defaultProps: {size: "xs"}},
    ActionIcon: {defaultProps: {variant: "subtle", color: "gray"}},
    Tooltip: {defaultProps: {withArrow: false, openDelay: 350, transitionProps: {duration: 80}}},
    Menu: {defaultProps: {shadow: "md"}},
    Modal: {
      defaultProps: {
        closeButtonProps: {"aria-label": "Close"},
        centered: false,
        overlayProps: {backgroundOpacity: 0.35},
        transitionProps: {duration: 120}
      }
    },
    Drawer: {
      defaultProps: {
        closeButtonProps: {"aria-label": "Close"},
        overlayProps: {backgroundOpacity: 0.35},
        transitionProps: {duration: 120}
      }
    }
  }
});

/** Mantine's grounds and texts follow the tokens. */
export const variables: CSSVariablesResolver = () => {
  const both = {
    "--mantine-color-body": "var(--paper)",
    "--mantine-color-text": "var(--ink)",
    "--mantine-color-dimmed": "var(--quiet)",
    "--mantine-color-default-border": "var(--rule-strong)",
    "--mantine-color-anchor": "var(--accent)",
    "--mantine-color-placeholder": "var(--quiet)",
    "--mantine-color-error": "var(--worse)",
    "--mantine-color-red-light": "var(--worse-soft)",
    "--mantine-color-red-light-color": "var(--worse)",
    "--mantine-color-orange-light": "var(--warn-soft)",
    "--mantine-color-orange-light-color": "var(--warn)",
    "--mantine-color-yellow-light": "var(--warn-soft)",
    "--mantine-color-yellow-light-color": "var(--warn)"
  };
  return {
    variables: {},
    light: {...both, "--mantine-color-default": "var(--paper)", "--mantine-color-default-hover": "var(--raised)"},
    dark: {...both, "--mantine-color-default": "var(--raised)", "--mantine-color-default-hover": "#272d32"}
  };
};

import type {TeamId} from "./company.data.ts";

/** One product of the reseller: price of a seat for a month in pounds, and seats by business unit. */
export interface LicenceProduct {
  readonly id: string;
  readonly name: string;
  readonly category: readonly [category: string, subcategory: string];
  readonly price: string;
  /** Contract that holds a number of seats, or null for seats that come and go by the month. */
  readonly contract: string | null;
  readonly seats: readonly (readonly [team: TeamId, assigned: number, active: number])[];
  /** Seats added each month, spread over the units in turn. */
  readonly joiners: number;
  readonly waste?: string;
}

const office = ["Business Applications", "Productivity and Collaboration"] as const;
const other = ["Business Applications", "Other (Business Applications)"] as const;

export const licenceProducts: readonly LicenceProduct[] = [
  {
    id: "OFFICE-E",
    name: "Parchment Office Suite",
    category: office,
    price: "28.4",
    contract: "LC-2024-11",
    joiners: 3,
    seats: [
      ["web", 48, 46],
      ["payments", 31, 30],
      ["fulfilment", 420, 398],
      ["mobile", 34, 33],
      ["data", 29, 29],
      ["platform", 26, 26],
      ["security", 11, 11],
      ["workplace", 88, 84]
    ]
  },
  {
    id: "DESIGN-PRO",
    name: "Ochre Design",
    category: ["Media", "Content Creation"],
    price: "52.9",
    contract: "LC-2025-03",
    joiners: 0,
    seats: [
      ["web", 50, 31],
      ["mobile", 50, 31]
    ],
    waste: "unused-design-seats"
  },
  {
    id: "CRM-ENT",
    name: "Larkline CRM",
    category: other,
    price: "118",
    contract: "LC-2025-03",
    joiners: 1,
    seats: [
      ["workplace", 64, 58],
      ["fulfilment", 22, 20]
    ]
  },
  {
    id: "MEET-PLUS",
    name: "Roundtable Meetings",
    category: office,
    price: "11.9",
    contract: null,
    joiners: 0,
    seats: [
      ["workplace", 88, 19],
      ["web", 48, 8]
    ],
    waste: "duplicate-meeting-tool"
  },
  {
    id: "TICKET",
    name: "Signpost Service Desk",
    category: ["Management and Governance", "Other (Management and Governance)"],
    price: "39.5",
    contract: null,
    joiners: 1,
    seats: [
      ["workplace", 18, 18],
      ["platform", 12, 12],
      ["fulfilment", 34, 31]
    ]
  },
  {
    id: "BOARD",
    name: "Whitewash Boards",
    category: office,
    price: "8.2",
    contract: null,
    joiners: 2,
    seats: [
      ["web", 30, 24],
      ["mobile", 22, 20],
      ["data", 18, 17],
      ["payments", 16, 15]
    ]
  },
  {
    id: "DIAGRAM",
    name: "Inkline Diagrams",
    category: office,
    price: "6.75",
    contract: null,
    joiners: 0,
    seats: [
      ["platform", 26, 22],
      ["data", 14, 12]
    ]
  },
  {
    id: "SIGN",
    name: "Quillsign Signatures",
    category: other,
    price: "19",
    contract: null,
    joiners: 0,
    seats: [["workplace", 25, 23]]
  },
  {
    id: "ENDPOINT",
    name: "Shale Endpoint Protection",
    category: ["Security", "Threat Detection and Response"],
    price: "5.6",
    contract: "LC-2024-11",
    joiners: 3,
    seats: [
      ["security", 11, 11],
      ["fulfilment", 420, 420],
      ["workplace", 267, 267]
    ]
  },
  {
    id: "IDENTITY",
    name: "Keystone Identity",
    category: ["Identity", "Identity and Access Management"],
    price: "7.1",
    contract: "LC-2024-11",
    joiners: 3,
    seats: [
      ["security", 11, 11],
      ["fulfilment", 420, 420],
      ["workplace", 267, 260]
    ]
  },
  {
    id: "IDE",
    name: "Chisel Development Tools",
    category: ["Developer Tools", "Development Environments"],
    price: "24.5",
    contract: null,
    joiners: 1,
    seats: [
      ["web", 34, 33],
      ["payments", 24, 24],
      ["mobile", 26, 25],
      ["data", 17, 17],
      ["platform", 18, 18]
    ]
  },
  {
    id: "BI",
    name: "Prospect Reports",
    category: ["Analytics", "Business Intelligence"],
    price: "16.3",
    contract: null,
    joiners: 1,
    seats: [
      ["data", 24, 24],
      ["workplace", 60, 47],
      ["fulfilment", 45, 30]
    ]
  }
];

/** Seats that the contracts hold and that the yearly count is held against. */
export const licenceContracts = [
  {id: "LC-2024-11", commitment: "LC-2024-11-OFFICE", product: "OFFICE-E", seats: 660, from: -400, years: 3},
  {id: "LC-2024-11", commitment: "LC-2024-11-ENDPOINT", product: "ENDPOINT", seats: 680, from: -400, years: 3},
  {id: "LC-2024-11", commitment: "LC-2024-11-IDENTITY", product: "IDENTITY", seats: 680, from: -400, years: 3},
  {id: "LC-2025-03", commitment: "LC-2025-03-DESIGN", product: "DESIGN-PRO", seats: 100, from: -250, years: 1},
  {id: "LC-2025-03", commitment: "LC-2025-03-CRM", product: "CRM-ENT", seats: 80, from: -250, years: 1}
] as const;

import type {PracticeDays} from "./practice.ts";

/** Who Quillhaven is. */
export const organisationText = ({
  moved,
  left
}: PracticeDays): string => `# The organisation as a tree. The ids of units are the values of the tag team, those of cost centres (in small letters)
# the values of the tag cost-center: by them Ashlar knows who owns a charge.
organisation:
  name: Quillhaven Ltd
  units:
    - {id: quillhaven, title: Quillhaven Ltd, owner: nora}
    - {id: retail, title: Retail, parent: quillhaven, owner: mei}
    - {id: logistics, title: Logistics, parent: quillhaven, owner: oliver}
    - {id: technology, title: Technology, parent: quillhaven, owner: grace}
    - {id: corporate, title: Corporate, parent: quillhaven, owner: samuel}
    - {id: web, title: Web Storefront, parent: retail, costCentre: cc-1010, owner: rosa}
    - {id: payments, title: Payments, parent: retail, costCentre: cc-1020, owner: tomas}
    - {id: catalogue, title: Catalogue and Search, parent: retail, costCentre: cc-1030, owner: yusuf}
    - {id: fulfilment, title: Warehouse and Fulfilment, parent: logistics, costCentre: cc-2010, owner: petra}
    - {id: data, title: Data and Machine Learning, parent: technology, costCentre: cc-3010, owner: hana}
    - {id: platform, title: Cloud Platform, parent: technology, costCentre: cc-3020, owner: priya}
    - {id: security, title: Security, parent: technology, costCentre: cc-3030, owner: kofi}
    - {id: workplace, title: Workplace Technology, parent: corporate, costCentre: cc-4010, owner: leo}
    # The apps were built for shoppers first. Since the move they belong to those who drive the vans.
    - {id: mobile, title: Driver and Customer Apps, parent: retail, costCentre: cc-1040, owner: oliver, to: ${moved}}
    - {id: mobile, title: Driver and Customer Apps, parent: logistics, costCentre: cc-2020, owner: oliver, from: ${moved}}
  costCentres:
    - {id: cc-1010, title: Web Storefront, owner: farah}
    - {id: cc-1020, title: Payments, owner: farah}
    - {id: cc-1030, title: Catalogue and Search, owner: farah}
    - {id: cc-1040, title: Customer Apps, owner: farah, to: ${moved}}
    - {id: cc-2010, title: Warehouse and Fulfilment, owner: farah}
    - {id: cc-2020, title: Driver and Customer Apps, owner: farah, from: ${moved}}
    - {id: cc-3010, title: Data and Machine Learning, owner: david}
    - {id: cc-3020, title: Cloud Platform, owner: david}
    - {id: cc-3030, title: Security, owner: david}
    - {id: cc-4010, title: Workplace Technology, owner: david}

# Who takes part, and as which persona of the framework. One person may be several.
people:
  - id: nora
    name: Nora Quill
    email: nora@quillhaven.example
    personas: [leadership]
    variant: ceo
    unit: quillhaven
  - id: samuel
    name: Samuel Ito
    email: samuel@quillhaven.example
    personas: [leadership]
    variant: cfo
    unit: corporate
  - id: grace
    name: Grace Hollis
    email: grace@quillhaven.example
    personas: [leadership]
    variant: cto
    unit: technology
  - id: amara
    name: Amara Okafor
    email: amara@quillhaven.example
    personas: [finops-practitioner]
    unit: technology
  - id: jonas
    name: Jonas Weller
    email: jonas@quillhaven.example
    personas: [finops-practitioner]
    unit: platform
  - id: priya
    name: Priya Raman
    email: priya@quillhaven.example
    personas: [engineering]
    unit: platform
  - id: tomas
    name: Tomás Lindqvist
    email: tomas@quillhaven.example
    personas: [engineering]
    unit: payments
  - id: hana
    name: Hana Sato
    email: hana@quillhaven.example
    personas: [engineering]
    unit: data
  - id: rosa
    name: Rosa Delgado
    email: rosa@quillhaven.example
    personas: [engineering]
    unit: web
  - id: yusuf
    name: Yusuf Demir
    email: yusuf@quillhaven.example
    personas: [engineering]
    unit: catalogue
  - id: petra
    name: Petra Novak
    email: petra@quillhaven.example
    personas: [engineering]
    unit: fulfilment
  - id: farah
    name: Farah Aziz
    email: farah@quillhaven.example
    personas: [finance]
    unit: corporate
  - id: david
    name: David Nwosu
    email: david@quillhaven.example
    personas: [finance, itfm]
    unit: corporate
  - id: ingrid
    name: Ingrid Solberg
    email: ingrid@quillhaven.example
    personas: [procurement]
    unit: corporate
  - id: mei
    name: Mei Brandt
    email: mei@quillhaven.example
    personas: [product]
    unit: payments
  - id: oliver
    name: Oliver Hart
    email: oliver@quillhaven.example
    personas: [product]
    unit: mobile
  - id: leo
    name: Leo Marchetti
    email: leo@quillhaven.example
    personas: [itam]
    unit: workplace
  - id: ewa
    name: Ewa Kowalska
    email: ewa@quillhaven.example
    personas: [itsm-itil]
    unit: workplace
  - id: kofi
    name: Kofi Mensah
    email: kofi@quillhaven.example
    personas: [security, engineering]
    unit: security
  - id: lin
    name: Lin Zhao
    email: lin@quillhaven.example
    personas: [sustainability]
    unit: corporate
  # Kept, because decisions and comments of that time name him.
  - id: bram
    name: Bram de Wit
    personas: [procurement]
    unit: corporate
    to: ${left}
`;

import { z } from 'zod';
import { customerRecordSchema } from '@/server/account/customer-messages';
import { customerNameSchema, emailSchema, passwordSchema } from '@/server/account/registration';
import { manifestSchema } from '@/server/atomic-commit/manifest';
import { voteRefusalSchema } from '@/server/atomic-commit/messages';
import { cancellationSchema, privateShareSchema, saleSchema } from '@/server/booking/content';
import { bookingPartSchema } from '@/server/booking/parts';
import { purchaseInputSchema } from '@/server/booking/purchase-input';
import { bookingHeaderSchema } from '@/server/booking/statement';
import { legStateSchema } from '@/server/catalogue/leg-state';
import { airlineCodeSchema } from '@/server/domain/airline-code';
import { cabinSchema, seatDesignatorSchema } from '@/server/domain/cabin';
import { dateSchema, iataSchema, legIdSchema } from '@/server/domain/leg';
import { contactSchema, passengerSchema } from '@/server/domain/passenger';
import { recordLocatorSchema, typedLocatorSchema } from '@/server/domain/record-locator';
import { holdReceiptSchema, seatMapSchema } from '@/server/inventory/messages';
import {
  bookedPartSchema,
  bookingSchema,
  itinerarySchema,
  legViewSchema,
  localTimeSchema,
  purchaseResultSchema,
  zoneSchema,
} from './site-outputs';

/** Shapes with a table of their own, to which the other tables refer by name. */
export const shapes = {
  Booking: bookingSchema,
  BookedPart: bookedPartSchema,
  BookingHeader: bookingHeaderSchema,
  BookingPart: bookingPartSchema,
  Cabin: cabinSchema,
  Cancellation: cancellationSchema,
  Contact: contactSchema,
  CustomerRecord: customerRecordSchema,
  HoldReceipt: holdReceiptSchema,
  Itinerary: itinerarySchema,
  LegState: legStateSchema,
  LegView: legViewSchema,
  Manifest: manifestSchema,
  Passenger: passengerSchema,
  PrivateShare: privateShareSchema,
  PurchaseOrder: purchaseInputSchema,
  PurchaseResult: purchaseResultSchema,
  Refusal: voteRefusalSchema,
  Sale: saleSchema,
  SeatMap: seatMapSchema,
};

export type ShapeName = keyof typeof shapes;

/** Texts that the tables call by their meaning; docs/api.md says in its first part what each looks like. */
const words: [z.ZodType, string][] = [
  [airlineCodeSchema, 'airline'],
  [legStateSchema.shape.departsAt, 'instant to the minute'],
  [customerNameSchema, 'customer name'],
  [dateSchema, 'date'],
  [emailSchema, 'e-mail'],
  [iataSchema, 'airport'],
  [legIdSchema, 'leg id'],
  [localTimeSchema, 'local time'],
  [passwordSchema, 'password'],
  [recordLocatorSchema, 'record locator'],
  [seatDesignatorSchema, 'seat'],
  [typedLocatorSchema, 'record locator'],
  [voteRefusalSchema.shape.code, 'refusal code'],
  [zoneSchema, 'IANA zone'],
];

const names = z.registry<{ id: string }>();
const wordOf = new Map<string, string>();

for (const [name, schema] of Object.entries(shapes)) names.add(schema, { id: name });
for (const [place, [schema, word]] of words.entries()) {
  names.add(schema, { id: `word-${place}` });
  wordOf.set(`word-${place}`, word);
}

/** The parts of JSON Schema that our schemas come out in. */
export type JsonSchema = {
  $ref?: string;
  type?: string;
  format?: string;
  pattern?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  propertyNames?: JsonSchema;
  additionalProperties?: boolean | JsonSchema;
  default?: unknown;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
};

/** A schema as JSON Schema. Named shapes inside it, and it itself if it is one, stand as references. */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  return z.toJSONSchema(schema, { io, metadata: names, unrepresentable: 'any' }) as JsonSchema;
}

/** The word or the shape behind a reference. */
export function namedBy(ref: string): { word: string } | { shape: ShapeName } {
  const id = ref.split('/').at(-1) ?? '';
  const word = wordOf.get(id);
  return word === undefined ? { shape: id as ShapeName } : { word };
}

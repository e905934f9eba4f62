/** One product of the shelf as a card. */
import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { detailTexts } from '../../knowledge/retrieval/goods/page-lines.ts';
import type { FoundProduct } from '../turn-facts.ts';
import { attributeText } from './attribute-text.ts';
import { type CardContext, picturePath } from './card-context.ts';
import type { CardButton, ProductCard } from './cards.ts';
import type { Labels } from './words.ts';

const stockText = (product: Product, labels: Labels): string => {
  if (product.stock === 0) return labels.soldOut;
  return product.stock !== null && product.stock <= 5 ? labels.onlyLeft(product.stock) : labels.inStock;
};

export const productCard = (found: FoundProduct, context: CardContext): ProductCard => {
  const { product } = found;
  const { labels } = context;
  const buttons: CardButton[] = [{ label: labels.details, value: { tap: 'product', product: product.id } }];
  if (product.stock !== 0) {
    buttons.unshift({ label: labels.add, value: { tap: 'add-to-cart', product: product.id }, primary: true });
  }
  const reason = found.reason && labels.reason(found.reason, context);
  return {
    type: 'product',
    id: product.id,
    name: inLanguage(product.name, context.language),
    ...(product.brand ? { brand: product.brand } : {}),
    price: formatMoney(product.price),
    priceMinor: product.price.minor,
    currency: product.price.currency,
    ...(reason ? { reason } : {}),
    ...(found.colours ? { colours: coloursOf(found.colours, context) } : {}),
    stock: stockText(product, labels),
    picture: picturePath(product.id),
    url: product.url ?? `/product/${encodeURIComponent(product.id)}`,
    buttons,
  };
};

const coloursOf = (others: readonly Product[], { labels, language }: CardContext): ProductCard['colours'] => ({
  text: labels.alsoIn(
    // The last is the closest: "blue, navy".
    attributeText('colour', [...new Set(others.flatMap(other => other.attributes.colour?.at(-1) ?? []))], language),
  ),
  choices: others.map(other => ({
    label: inLanguage(other.name, language),
    value: { tap: 'product', product: other.id },
    ...(other.picture ? { colour: other.picture.colour } : {}),
  })),
});

/** All that its page says. */
export const detailsOf = (product: Product, context: CardContext): Pick<ProductCard, 'details' | 'description'> => ({
  description: inLanguage(product.description, context.language),
  details: [
    ...Object.entries(product.attributes)
      .filter(([name]) => context.labels.attribute[name])
      .map(([name, values]) => ({
        name: context.labels.attribute[name] ?? name,
        value: attributeText(name, values, context.language),
      })),
    ...detailTexts(product, context.language),
  ],
});

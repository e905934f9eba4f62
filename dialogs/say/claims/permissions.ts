/**
 * 您可以直接要商品: what may be had is a promise, and in Chinese it can be put together from small words that any template
 * has. Whom something may be given to, or what may be taken, has to stand in the template as a verb and its thing. Folded text.
 */
const had =
  /(?:可以|能够|可|能|请|会|将)(?:您|你|我们?|再|也|都|就|先|还|直接|随时|马上|立即|立刻|一起|自己|继续|任意|随便)*(要|拿|领|取|得|收|选|换|用|有|给|送|带|留)(?:走|到|取|用|下|个|件|点|些|一)*(?!求|么|于|是|否)(\p{Script=Han})/gu;

export const newPermissions = (text: string, template: string): string[] =>
  [...text.matchAll(had)]
    .filter(
      ([, verb, thing]) =>
        !template.includes(`${verb}${thing}`) && !new RegExp(`${verb}.{0,6}${thing}`, 'u').test(template),
    )
    .map(([whole]) => whole);

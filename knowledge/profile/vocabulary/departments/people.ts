/** Whom goods are bought for, beyond the commonest relations. */
import type { Department } from './department.ts';

export const grownUps: Department = {
  recipient: {
    en: `
great aunt, great-aunt, grand aunt, godparents, godparent, stepfather, stepmother, stepbrother, stepsister, half sister, half brother, son-in-law, daughter-in-law, son in law, daughter in law, sisters, brothers, aunts, uncles, cousins, significant other, better half, wifey, missus, old man, old lady, folks, nana, nanna, grandparent, great grandmother, great-grandmother, flatmates, roommates, housemates, neighbours, neighbors, co-workers, coworkers, work friend, school friend, pen pal, penpal, pals, pal, lads, bridesmaids, bridesmaid, groomsmen, groomsman, best man, maid of honour, maid of honor, bride, groom, bride and groom, newlywed couple, hostess, landlord, landlady, mailman, postman, hairdresser, dentist, vet, tutor, piano teacher, yoga teacher, kindergarten teacher, class teacher, librarian, supervisor, trainee, mentor, volunteers, business partner, business partners, visitors, labrador, golden retriever, poodle, dachshund, beagle, german shepherd, border collie, bulldog, french bulldog, pug, corgi, husky, chihuahua, terrier, greyhound, spaniel, cocker spaniel, rescue dog, senior dog, old dog, senior cat, old cat, tomcat, persian cat, maine coon, ragdoll, siamese, hamster, guinea pig, guinea pigs, bunny, parrot, budgie, tortoise, goldfish, horse, pony, ferret, hedgehog, hens, pets, dogs, cats, puppies, kittens`,
    zh: `
哥, 姐, 弟, 妹, 老两口, 爷爷奶奶, 外公外婆, 公公婆婆, 岳父岳母, 准婆婆, 未来婆婆, 准岳父, 大姨, 小姨, 二姨, 大姑, 小姑, 大舅, 大伯, 伯父, 伯母, 姨父, 姑父, 嫂嫂, 弟媳, 妹夫, 女婿, 儿媳, 儿媳妇, 亲戚, 亲家, 亲友, 小姐妹, 姐妹, 发小, 基友, 死党, 老同学, 老朋友, 老师们, 班主任, 女老师, 男老师, 师傅, 师父, 师兄, 师姐, 师弟, 师妹, 学长, 学姐, 学弟, 学妹, 前辈, 上司, 女上司, 男领导, 女领导, 经理, 主管, 合作伙伴, 甲方, 客人, 外国朋友, 外国友人, 老外, 房东, 保姆, 阿姨们, 月嫂, 保洁阿姨, 快递员, 医生, 护士, 程序员, 宝妈, 新手妈妈, 伴娘, 伴郎, 新娘, 新郎, 老伴, 老头子, 老太太, 老爷子, 老人们, 金毛, 拉布拉多, 柯基, 泰迪, 贵宾, 博美, 比熊, 柴犬, 哈士奇, 边牧, 德牧, 法斗, 斗牛, 雪纳瑞, 吉娃娃, 腊肠, 萨摩耶, 阿拉斯加, 中华田园犬, 小狗, 大狗, 幼犬, 老狗, 猫猫, 小猫, 幼猫, 老猫, 橘猫, 布偶, 布偶猫, 英短, 美短, 蓝猫, 暹罗, 波斯猫, 缅因, 仓鼠, 兔子, 荷兰猪, 龙猫, 鹦鹉, 乌龟, 金鱼, 宠物, 男票, 女票, 老丈人, 丈人, 丈母娘家, 准丈母娘, 未来岳父, 未来岳母, 婆家, 娘家, 老弟, 老妹, 大侄子, 大侄女, 表侄, 外甥子, 舅妈家, 姥姥姥爷, 老爸老妈, 老爹, 老娘, 爹, 娘亲, 后妈, 继父, 干妈, 干爸, 奶奶爷爷, 太奶奶, 太爷爷, 老祖宗, 大嫂, 弟妹, 小叔子, 小姑子, 大姨子, 小姨子, 妯娌, 连襟, 表嫂, 堂嫂, 姐姐家, 哥哥家, 小两口, 新婚夫妻, 准新人, 准妈妈, 老师傅, 驾校教练, 健身教练, 私教, 学霸, 男同事, 女同事, 男同学, 女同学, 男性朋友, 女性朋友, 异地恋男友, 异地恋女友, 前男友, 暧昧对象, 相亲对象, 女神, 男神, 学生们, 员工们, 客户们, 合作方, 领导们, 大领导, 处长, 局长, 校长, 院长, 主任, 班长, 辅导员, 宿管, 保安, 司机, 外教, 网友, 粉丝, 主播, 战友, 球友, 牌友, 驴友, 病友, 钓友, 酒友, 茶友, 发小儿, 老铁, 铁子, 哥们儿们, 好姐妹, 好闺蜜, 好兄弟, 好哥们, 邻居阿姨, 楼下大爷, 大爷, 大妈, 大叔, 大婶, 阿公, 阿婆, 阿嬷, 老人家们`,
  },
};

export const youngOnes: Department = {
  recipient: {
    en: `
great nephew, great niece, great-nephew, great-niece, grandbaby, godchild, step daughter, step son, toddlers, preschooler, firstborn, little sister's baby, little brother, little man, schoolboy, schoolgirl, teenage boy, teenage girl, foster child, nieces, nephews, grandsons, granddaughters, daughters, sons, babies, triplets, boys, girls`,
    zh: `
小侄子, 小侄女, 小外甥, 小外甥女, 大孙子, 小孙子, 小孙女, 龙凤胎, 双胞胎, 大宝, 二宝, 大女儿, 小女儿, 大儿子, 小儿子, 小娃, 奶娃, 女宝, 男宝, 学生娃, 表妹家孩子, 朋友家孩子, 朋友家宝宝, 同事家宝宝, 邻居家孩子, 外孙女儿, 小表弟, 小表妹, 小堂弟, 小堂妹, 干女儿, 干儿子`,
  },
};

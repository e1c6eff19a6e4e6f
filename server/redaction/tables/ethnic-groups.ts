/** The 56 recognised groups of China (GB/T 3304), without 族. */
export const chineseEthnicGroups = (
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 ' +
  '撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
).split(' ');

/** What forms and studies call groups in English, lower case. */
export const ethnicGroups = (
  'african american|black american|asian american|native american|american indian|alaska native|pacific islander|native hawaiian|hispanic|latino|latina|' +
  'latinx|caucasian|white british|black british|black african|black caribbean|white irish|british asian|mixed race|biracial|multiracial|south asian|' +
  'east asian|southeast asian|middle eastern|han chinese|uyghur|uighur|tibetan|zhuang|hui|roma|romani|aboriginal|torres strait islander|maori|' +
  'māori|first nations|inuit|metis|kurdish|arab|ashkenazi|sephardic|malay|tamil|punjabi|bengali|hmong|african-american|asian-american|mestizo|creole'
).split('|');

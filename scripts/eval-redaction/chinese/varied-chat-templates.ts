/** Chat, other than `chatTemplates`. Every other line is only counted. */
export const variedChatTemplates: readonly string[] = `
{name}下班没
{name}人呢
等下{name}也过去
喊上{name}一起呗
跟{name}视频呢 等会说
{name}结账了吗
{name}刚发朋友圈了你看见没
你把{name}的微信推我一下
我刚加了{name}
我男朋友{name}你见过的
我对象叫{name}
这是我表哥{name}
上次那个{name}还记得不
怎么又是{name}
{name}绝了哈哈哈
服了{name}了
{name}牛啊
笑死 {name}说他不敢
{name}让我转告你 明天别迟到
你问{name}啊 我哪知道
问{name}要钥匙
钥匙在{name}那
报销找{name}签字
找{name}拿快递 {phone}
接龙\n1. {name}\n2. {name2}\n3. {name3}
1.{name} 2.{name2} 3.{name3} 还有谁
{name}、{name2}、{name3} 你们三个留一下
@{name} 看下私信
{name} 在？
{name}在不在
在吗{name}
早啊{name}
{name}早上好
谢谢{name}
谢了{name} 改天请你吃饭
生日快乐{name}🎂
{name}加油
恭喜{name}喜提新车
{name}怀孕了你知道吗
{name}分手了 好突然
{name}住院了 我们凑钱买个果篮吧
{name}跳槽去字节了
{name}还欠我八百
借{name}的充电宝忘还了
{name}把我删了？？
不会是{name}吧
原来是{name}啊
好像叫{name}
应该是{name}拿走了
肯定{name}忘关灯
除了{name}都到了
就差{name}了
算上{name}一共六个
{name}那份我帮他付了
我跟{name}不熟
我不认识{name}
{name}是谁
谁是{name}啊
{name}的车堵门口了 {plate}
{name}老公也去
{name}妈妈在群里吗
{name}老师辛苦了
{name}医生今天坐诊吗
找{name}主任加个号
{name}经理 合同发您邮箱了
{name}同学请到前台来
你是{name}吗
您好 请问是{name}女士吗 我是送快递的
{name}先生您好 您的外卖到了
我这边是中介{name} 电话{phone}
我{name} 新号{phone} 旧的不用了
我叫{name}，{phone}，帮我留个位
报名{name}{phone}
{name}{phone}{addr}
{name}，{phone}，{addr}，谢谢老板
{addr} {name} {phone}
{phone} {name} {addr}
{phone}，{addr}，{name}
收件人:{name} 电话:{phone} 地址:{addr}
地址 {addr} 收件人 {name}
寄{addr} {name} 收
帮我寄到{addr} 收件人{name} 电话{phone}
地址发你 {addr}
我家{addr}
我家在{addr} 你导航过来
我公司在{addr} 中午一起吃饭
到{addr}了 你在哪
约在{addr}见
放{addr}就行
送到{addr}门口 打{phone}
外卖送{addr} 备注不要辣
师傅我在{addr}路边
来{addr}接我
搬到{addr}了 有空来玩
租的房子在{addr} 两千八
快递到{addr}了 帮拿一下 谢谢
换地址了 新地址{addr}
他住{addr}那边
你住{addr}对吧
去{addr}怎么走
{addr}离你远吗
人在{addr} 刚下车
{name}家在{addr}
{name}搬去{addr}了
身份证 {id} 姓名 {name}
{name} {id}
{name}{id}
{id} {name} 订周五的高铁
{name} 卡号{card}
转这个 {card} 户名{name}
微信号{wechat} 备注{name}推荐
{name}的qq是{qq}
邮箱 {email} 名字{name}
帮查{name}的成绩 准考证找不到了
{nick}今天没来
{nick}说他请客
问问{nick}去不去
{nick}你到哪了
我跟{nick}在一起
{nick}和{nick2}吵架了
叫{nick}过来
是{nick}送的
{nick}的电话多少
昨晚{nick}喝多了
明天{nick}结婚
找{nick}借的
{name}说周末去爬山 {nick}也去
小区业主{name}在群里骂人
客服{name}说三天内退款
物业{name}电话{phone}
店长{name}不在 你下午来
房东{name}催房租了
教练{name}改时间了
中介{name}带我看了{addr}
老板娘{name}人特别好
我导师{name}不让我毕业
我同桌{name}转学了
我前同事{name}内推的
我们组长{name}太卷了
我发小{name}从深圳回来了
班主任{name}说下周开家长会
给{name}打个电话 {phone}
打{name}电话没人接
{name}电话打不通
{name}没回我
{name}回了 说可以
{name}居然考上了
{name}竟然也来了
{name}估计不来
{name}大概八点到
{name}马上到
{name}先走了
{name}快到了
{name}终于回我了
{name}干嘛去了
{name}咋说
{name}啥时候来
{name}几点的飞机
{name}哪个部门的
{name}同意了
{name}拒绝了
{name}不同意
{name}退群了
{name}上热搜了
看到{name}了吗
碰到{name}了
想{name}了
爱{name}
听{name}讲 公司要裁员
按{name}的意思办
听说{name}和{name2}合伙开店了
{name}或者{name2}都行
{name}还有{name2}没交钱
{name}&{name2} 新婚快乐
{name}/{name2} 谁有空
{name}(技术部)和{name2}(市场部)
发错人了 我要发给{name}的
hi {name}
Dear {name}，附件请查收
{name}，你好呀
嗯 {name}跟我说了
对 就是{name}
唉 {name}真可怜
哇 {name}好厉害
行吧 让{name}去
好 我跟{name}说
ok {name}收到
`
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.replaceAll('\\n', '\n'));

/** Formal texts, other than `formalTemplates` in subject and build. Every other line is only counted. */
export const variedFormalTemplates: readonly string[] = `
{name}现任该公司首席技术官，此前曾在多家企业担任架构师。
截至发稿，{name}尚未回应置评请求。
会上，{name}就预算执行情况作了说明，{name2}补充了意见。
出席会议的有：{name}、{name2}、{name3}、{name4}。
请假人员：{name}、{name2}。
评审专家组由{name}、{name2}和{name3}组成，{name}任组长。
获奖名单如下：一等奖{name}；二等奖{name2}、{name3}。
考勤异常人员：{name}（迟到2次）、{name2}（缺卡1次）。
经查，{name}在未取得许可的情况下擅自施工。
{name}因涉嫌职务侵占被立案调查。
涉案人员{name}已于昨日归案。
死者{name}生前系该厂工人。
兹收到{name}交来押金人民币贰仟元整。
今借到{name}现金伍万元整，借款人：{name2}，身份证号{id}。
本协议由{name}（以下简称“出让方”）与{name2}（以下简称“受让方”）共同签署。
授权代表（签字）：{name}    日期：{date}
法定代表人：{sname}    委托代理人：{sname2}
姓名：{sname}，性别：男，民族：汉，身份证号码：{id}
申请人：{sname}；联系电话：{phone}；通信地址：{addr}
患者{name}，住院号{num8}，床位12床，责任护士{name2}。
{name}主任查房后指出，患者{name2}病情平稳，可考虑出院。
家属{name}陪同{name2}办理入院手续，家庭住址为{addr}。
术者：{name}，助手：{name2}，麻醉医师：{name3}。
会诊意见：同意{name}医师方案，建议{name2}继续抗感染治疗。
门诊预约成功：就诊人{name}，科室：骨科，医生：{name2}。
经办客户经理：{name}，复核：{name2}，审批：{name3}。
尊敬的{name}女士：您的信用卡账单已生成，请按时还款。
亲爱的{name}先生，感谢您选择我行服务。
您好，{name}女士，您申请的额度调整未获批准。
转账附言：{name}还款。收款账户：{card}。
持卡人{name}于{date}在{addr}附近的自动柜员机取款。
我单位{name}同志前往贵处联系工作，请予接洽。
试用期考核结果：{name}合格，{name2}延长试用。
{name}同学在本次竞赛中表现突出，指导教师为{name2}老师。
导师{name}教授团队在期刊上发表了最新成果。
论文作者为{name}、{name2}等人，通讯作者邮箱{email}。
主讲人{name}，博士，长期从事材料研究。
班长{name}负责收齐作业，学习委员{name2}负责统计。
高三（2）班{name}获得保送资格。
新生{name}的家长{name2}来校办理手续，留下电话{phone}。
收货信息：{name}，{phone}，{addr}
寄件地址：{addr}，寄件人：{name}，联系方式：{phone}
送货地址变更为{addr}，签收人为{name}，请知悉。
户籍所在地为{addr}，现住{addr2}。
被告{name}住所地位于{addr}。
该房屋坐落于{addr}，权利人为{name}，共有情况为单独所有。
公司注册地址：{addr}；法人：{name}。
仓库位于{addr}，负责人{name}，值班电话{landline}。
活动地点在{addr}，咨询请找{name}。
项目部驻地：{addr}。项目经理{name}，安全总监{name2}。
门店搬迁至{addr}，营业时间不变。
案发地点为{addr}一带，报案人{name}称财物被盗。
公安机关在{addr}将犯罪嫌疑人{name}抓获。
消防员{name}冲进火场救出两名被困儿童。
村民{name}家的玉米喜获丰收，他的儿子{name2}也返乡帮忙。
养殖户{name}告诉我们，今年行情比去年好。
老党员{name}把积蓄捐给了家乡的小学。
退休教师{name}二十年如一日义务辅导学生。
外卖员{name}途经{addr}时发现有人落水，立即跳河救人。
网约车司机{name}捡到乘客遗失的背包，主动联系失主{name2}。
{name}获悉后立即返回单位。
随后{name}向警方提供了线索。
据{name}回忆，当时屋内只有他和{name2}两人。
目前{name}仍在住院观察。
经过三天搜寻，{name}终于被找到。
对于{name}提出的质疑，{name2}未予正面回应。
除{name}外，其余人员均已签字。
由于{name}拒不履行判决，法院将其列入失信名单。
鉴于{name}有自首情节，依法从轻处罚。
截止目前，仅{name}与{name2}完成了培训。
望{name}尽快与本单位取得联系。
特邀{name}担任评委。
感谢{name}提供照片。
原定由{name}主讲的课程改由{name2}代课。
职务调整：{name}任副总经理，免去{name2}财务总监职务。
《合作协议》签署人为{name}，见证人{name2}。
技术支持：{name}　版式设计：{name2}　责任校对：{name3}
文/{name} 图/{name2}
供稿：{name}  审核：{name2}
编号001，{name}，{id}，{phone}
{name} {id} {name2} {id2} {name3}
{name}，女，{dob}生，现住{addr}，手机{phone}。
座位{num4} 姓名{name} 班级计科3班
| 序号 | 姓名 | 电话 |\n| 1 | {name} | {phone} |\n| 2 | {name2} | {phone2} |
姓名：{name}；曾用名：{name2}；籍贯：{addr}
联系人：{name} 传真：{landline} 地址：{addr}
客户代表{name}反馈：收货地址写错，应为{addr}。
投诉人{name}，被投诉人{name2}，投诉事项：噪音扰民。
值班领导：{name}  带班民警：{name2}
主管护师{name}，护师{name2}，电话{extline}。
甲方（出租人）：{name}，身份证号：{id}
乙方（承租人）：{name}，现住址：{addr}
担保方{name}与债务人{name2}承担连带责任。
第三人：{name}，住{addr}。
被继承人{name}于{date}死亡，其配偶{name2}先于其死亡。
离婚协议：男方{name}，女方{name2}，婚生子{name3}由女方抚养。
监护人{name}系未成年人{name2}之父。
购票人{name}，乘客{name2}，证件{id}，车次G102。
团员名单：{name}（护照{passport}）、{name2}（护照{passport2}）
房东{name}先生委托中介出租位于{addr}的两居室。
业委会主任{name}召集业主代表{name2}、{name3}开会。
物业管家{name}已联系{addr}的业主处理漏水。
本人{name}，自愿放弃继承权。
声明人：{name}，联系方式：{phone}。
致{name}同学的一封信
转{name}同志阅办。
请{name}副局长阅示。
{name}总经理批示：同意。
{name}博士、{name2}博士分别作学术报告。
歌手{name}将于下月举办演唱会。
球员{name}在第八十分钟攻入制胜球，{name2}送出助攻。
导演{name}携主演{name2}亮相首映礼。
作家{name}的新书由出版社推出。
{name}夫妇育有一子一女，长子{name2}，次女{name3}。
{name}之子{name2}承认伪造签名。
{name}称，自己从未见过{name2}。
“我只是做了该做的事。”{name}谦虚地说。
{name}：请介绍一下项目进展。{name2}：目前已完成八成。
问：您认识{name}吗？答：认识，他是{name2}的表弟。
时间：{date}；地点：{addr}；参加人员：{name}、{name2}；记录：{name3}。
附：{name}身份证复印件、{name2}授权委托书各一份。
现将{name}、{name2}两名同志的基本情况公示如下。
上述款项由{name}代收，{name2}无异议。
系统显示操作员{name}于{time}登录。
维修人员{name}上门检测，客户{name2}对结果表示认可。
租户{name}反映{addr}电梯故障。
病历摘要：{name}，男，{age}岁，主因胸闷就诊，接诊医生{name2}。
收款人户名：{name}，开户行：中国工商银行某支行，账号：{card}
姓名{name}身份证{id}电话{phone}住址{addr}
订票联系人{name}手机号{phone}
{tname}先生與{tname2}小姐謹訂於下月舉行婚禮。
當事人{tname}表示，對判決結果不服。
經理{tname}已批准{tname2}的休假申請。
患者{tname}由醫師{tname2}負責診治，聯絡電話{hkphone}。
據{tname}轉述，{tname2}早已離開公司。
作者{tname}現居香港，筆耕不輟。
`
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.replaceAll('\\n', '\n'));

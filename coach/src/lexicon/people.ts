/** People and things around a story, by what they mean in it. */
export const NOUNS: Record<string, string> = {
  stakeholder: `finance controller controllers controlling cfo ceo cto coo analyst analysts marketing sales product customer
    customers support manager managers director directors board business client clients merchandising merchants merchant
    planners planner buyers buyer users user consumers consumer downstream stakeholders stakeholder accountant accountants
    accounting auditor auditors compliance legal regulator logistics dispatchers dispatch nurses doctors clinicians teachers
    editors drivers operators operations ops hr payroll partners partner vp executives executive leadership investors
    shops stores store_managers suppliers subscribers readers patients tenants treasurer underwriters actuaries actuary
    traders trading risk growth campaign colleagues everybody everyone owner owners boss head chief lead team teams
    scientist scientists researchers readers procurement treasury pharmacists pharmacy agents agent franchisees wholesalers`,
  peer: `colleague colleagues teammate teammates team_mate senior junior intern architect engineer engineers developer
    developers dba platform_team backend frontend devops sre vendor contractor consultant consultants supplier provider
    the_team my_team our_team data_team coworker mentor`,
  outside: `vendor supplier contractor contractors provider upstream consultant consultants outsourcing agency third_party
    previous_team other_team source_team predecessor the_backend_team the_app_team infra_team platform_team offshore the_guy
    some_guy somebody_else someone_else management former_colleague the_source that_team those_people these_people`,
  // What an outcome is told in.
  business: `revenue bill cost costs invoice invoices spend money budget complaint complaints ticket tickets customers trust
    churn refund refunds audit fine penalty penalties margin orders sales sla slas customer downtime incidents
    incident pages on-call rework overtime savings saving contract deal confidence conversion payroll bonus bonuses mornings
    euros dollars pounds eur usd gbp credit credits reputation month-end close stock waste deadline hires promotion
    relationship credibility goodwill escalations calls headcount licence license subscription night nights weekend weekends
    sleep queue calls`,
  technical: `runtime latency query queries job jobs partition partitions schema table tables column columns index cluster
    memory cpu rows row files file dag dags pipeline pipelines code sql warehouse lake bucket topic topics offset offsets
    throughput executor shuffle join joins script scripts api endpoint server database container branch repo commit stage
    sample samples delay lag message messages pool core cores heap disk disks deserialization warning warnings connector connectors
    types counts build builds green errors error exception exceptions uptime p95 p99 percentile response checkpoint cache hit shards replica replicas
    staging parser model models view views primary_key key keys null nulls timestamp timestamps cron batch scan skew coverage lines`,
  durable: `calendar reminder reminders subscription_list tripwires test tests check checks contract contracts alert alerts alarm alarms runbook runbooks checklist reconciliation
    policy process rule rules guard guardrail gate monitor monitors monitoring dashboard ci template templates standard
    standards playbook documentation docs wiki page review reviews registry validation freshness postmortem post-mortem
    rota rotation convention constraint constraints assertion assertions linter quota quotas budget_alert canary
    canaries ritual habit retro sign-off rehearsal drill drills weekly routine agreement schema_registry data_contract
    dead-letter quarantine audit_table change_log changelog pull_request merge_request safeguard threshold thresholds tripwire
    watermark heartbeat form signature pre-commit handbook onboarding owner codeowners`,
  recurrence: `since_then from_then_on these_days nowadays ever_since from_that from_now_on never_again going_forward
    permanently permanent to_this_day every_release every_change every_deploy each_release every_month every_week every_quarter
    every_new any_new each_new every_night every_morning every_pull nightly weekly monthly quarterly automatically
    now_runs now_checks now_has now_have now_fails now_needs is_now are_now we_now it_now still_runs still_in has_to always must
    no_longer anymore any_more today before_any before_every whenever next_time any_change any_time afterwards after_that
    for_good so_nobody so_no_one so_the_next the_next_person in_future in_the_future`,
  own: `my_job my_part my_task my_role my_brief my_piece my_share my_responsibility my_assignment my_mandate my_goal mine
    up_to_me on_me my_name i_owned own_it i_was_the i_had_to we_had_to had_to needed_to responsible in_charge accountable the_ask the_goal
    the_aim the_brief the_request the_assignment the_mandate the_job_was the_idea_was the_plan_was the_point_was the_deal_was supposed_to
    meant_to was_to were_to to_me goal aim objective target mission deliverable my_turn on_call i_was_on_call`,
  constraint: `without only deadline constraint limit budget at_most no_more_than at_least couldn't could_not cannot not_allowed
    no_budget must had_to needed_to no_downtime without_downtime no_window freeze hard_date no_later by_friday by_monday by_the_end
    before_the by_the_time in_time on_time not_touch nothing_could not_an_option no_extra nobody_to_ask fixed within
    neither nor legally overnight had_until we_had i_had weeks_left days_left hours_left out_of_the_question allowed window
    as_long_as the_catch the_condition the_rule_was nobody_could not_a_single zero condition`,
  problem: `real_problem real_issue real_question actual_problem actual_issue the_problem the_trouble the_question root_cause
    the_cause the_hard_part the_tricky the_catch underneath really_about turned_out the_difficulty the_challenge
    not_the_problem wasn't_about what_they_really what_she_really what_he_really behind_it the_point the_real in_fact
    what_mattered what_was_needed at_stake the_risk the_snag the_puzzle boiled_down came_down_to nobody_had nobody_knew nobody_could_say`,
  scene: `used_to would at_the_time back_then at_my_last at_my_previous my_first my_last worked_at working_at i_was_working i_worked
    company startup bank insurer hospital retailer shop shipping airline telecom university museum ministry council chain
    our_company the_company there_was there_were every_night each_night one_morning one_night one_day one_evening last_year last_spring
    last_summer last_autumn last_winter in_january in_february in_march in_april in_may in_june in_july in_august in_september
    in_october in_november in_december on_a_monday on_a_friday on_a_tuesday on_a_thursday two_years_ago three_years_ago years_ago
    a_year_ago months_ago for_years had_been had_grown joined i_joined consisted lived_in ran_on runs_on owned_by belonged
    was_built by_hand we_had they_had nobody_had we_were i_was_a was_a`,
  filler: `um uh erm hmm well okay ok so_yeah yeah yes right anyway like basically you_know i_mean sort_of kind_of honestly
    actually sorry let_me_think let_me_see let_me_start where_was_i long_story long_story_short
    good_question great_question thanks thank_you that's_it that's_the_story that's_all that's_about_it hope_that does_that
    make_sense hello hi sure of_course happy_to if_that does_this anyhow so_there so_that's that_was_it that_is_it the_end
    i_think_that's i_guess bear_with wait to_be_honest fun_fact funny fair_enough how_should_i let_me is_that_what
    before_i_start can_i i_can_tell i_could_tell i'll_tell i_will_tell tell_you you_asked do_you would_you are_you`,
  meta: `story example question answer interview short_version long_version summary example_i in_short point_is you_know
    one_that comes_to_mind first_thing off_the_top one_thing picture imagine guess believe`,
  better: `cheaper faster quicker easier smoother shorter smaller calmer happier quieter better safer cleaner simpler lower fewer less
    reliable stable steadier earlier sooner nicer healthier stronger a_lot much_less far_less far_fewer no_more more_often`,
  feeling: `embarrassing embarrassed nervous scared stressful stress proud happy glad awful painful tired angry
    upset relieved frustrated frustrating furious annoyed afraid worried calm panic panicked ashamed terrified nightmare fun
    luckily unfortunately sadly fortunately funny surprised strange weird`,
  linkResult: `in_the_end as_a_result the_result the_outcome the_effect the_upshot eventually finally at_the_end by_the_end
    after_that a_month_later a_week_later weeks_later months_later the_following the_next_month next_month the_next_day
    next_morning within_a_week within_a_month by_then by_the_following two_weeks_later three_months_later half_a_year
    a_year_later afterwards in_total all_in_all which_meant that_meant so_the meant_that the_numbers the_first_month overall
    that_quarter that_month that_year by_march by_june by_summer by_christmas by_autumn by_spring thanks_to for_the_first_time
    the_first_time instead_of not_one not_a_single not_once zero no_more nobody nothing`,
  linkOrder: `first then next after before meanwhile while once when until later in_parallel same_day that_evening that_night
    that_afternoon that_morning the_same second third finally then_i so_i and_then only_then in_the_meantime straight_away
    immediately right_away at_once before_touching before_i before_we first_thing step also lastly`,
  lack: `no none nobody nothing never without missing lacked lack no_one nowhere wasn't weren't didn't hadn't isn't don't
    can't couldn't wouldn't won't`,
  hypothetical: `would i'd would_have could might if_i suppose hypothetically imagine should i_would typically usually
    generally normally often i_always in_general tend_to`,
  compare: `versus vs against compared option options alternative alternatives either or_else trade-off tradeoff instead_of
    rather_than would_cost would_have_cost would_take would_have_taken cheaper dearer faster slower more_expensive half_the
    twice_the the_other`,
  reason: `because since so_that so therefore reason that's_why which_is_why since_we in_order_to because_of why`,
  harsh: `lousy pathetic joke dreadful appalling useless inept incapable muppet muppets clown clowns joker jokers waster wasters shambles
    farce laughable embarrassing embarrassment childish petty stubborn ego egos pointless dumb brain-dead clumsy cowboy cowboys
    amateur amateurs hopeless lazy sloppy careless incompetent incompetence ridiculous stupid stupidity rubbish garbage shoddy
    crap awful terrible unprofessional arrogant nonsense dishonest idiot idiots fool fools disgrace shame crazy insane absurd
    unbelievable unacceptable couldn't_care_less doesn't_care don't_care didn't_care never_cared couldn't_be_bothered
    can't_be_bothered sit_on_their sat_on_their asleep_at half_asleep dropped_the_ball passed_the_buck pass_the_buck
    excuses as_usual as_always as_ever typical_of no_surprise of_course_they because_of_course every_single_time every_time_they
    always_like_that always_the_same what_do_you_expect what_can_you people_like not_bright let_us_down lets_us_down
    mediocre vain disrespect disrespectful ignorant ignorance selfish spineless coward cowards dinosaur dinosaurs diva divas toxic
    bully bullies reckless thoughtless inconsiderate rude dismissive uncooperative obstructive slack slackers freeloaders half-baked
    half-hearted half-competent botched bungled fumbled slapdash haphazard unqualified overrated mindless brainless oblivious
    indifferent indifference complacent complacency entitled snob snobs liars lied negligence showman vanity
    out_of_his_depth out_of_her_depth out_of_their_depth wouldn't_lift lift_a_finger couldn't_organise couldn't_organize waste_of
    no_interest_in no_respect zero_respect no_discipline not_bother not_even_bother can't_even hide_behind hides_behind
    point_fingers wash_their_hands looked_the_other turned_a_blind swept_under wouldn't_have_happened never_have_happened
    would_never_have entirely_avoidable completely_avoidable could_have_been_avoided unforgivable inexcusable kindergarten circus
      clown_show dead_weight deadwood in_love_with full_of_themselves full_of_himself full_of_herself
    beyond_me sick_of fed_up lost_patience no_patience spoiled spoilt beneath_them beneath_him hopeless_case gave_up_on
    laughing_stock blind_to deaf_to sleepwalking sleepwalked ghosted dragged_it dragged_their drag_their dragged_his
    finds_fault find_fault hates_being hate_being hate_to_be wouldn't_recognise wouldn't_recognize wouldn't_say_boo not_interested
    doesn't_want_to don't_want_to no_use makes_no_effort no_effort not_serious isn't_serious never_serious
    wouldn't_know no_clue no_idea_what clueless had_one_job not_rocket gave_up_on what_they_do nobody_there no_one_there`,
  // How others are said to be, always.
  habit: `the_way_they_work how_they_work how_he_works how_she_works how_it_is_with how_they_are how_he_is how_she_is what_they_are_like
    what_they're_like what_he's_like what_she's_like that's_them that's_him that's_her typically_them never_learn never_learns don't_learn
    doesn't_learn won't_learn will_never_change never_change never_changes same_every_time again_and_again time_and_again how_many_times
    been_told many_times so_many_times every_single_time every_time they_always he_always she_always they_never he_never she_never always_do
    always_does always_has always_have never_has never_have never_do never_does as_usual as_always as_ever people_like folk_like those_people
    these_people this_person that_lot that_crowd that_bunch that_department this_generation that_team those_guys the_kind_of the_sort_of
    one_of_those a_pattern their_habit in_the_habit they_just they_simply they_think he_thinks she_thinks they_believe they_like_to
    they_get_away gets_away_with get_away_with as_long_as_they as_long_as_nobody they_don't_see they_don't_read they_don't_answer
    they_don't_want they_can't there_is_nothing_to there's_nothing_to nothing_to_be_gained nothing_i_can nothing_we_can
    what_can_i what_can_one what_can_you not_much_we_can not_much_i_can go_on_like be_doing_it will_do_it_again it_will_happen_again
    gonna_blow entirely_on their_end from_that_side not_my_side that_side over_there `,
  excuse: `wasn't_us wasn't_me it's_them it_was_them was_them on_them down_to_them not_on_us not_on_me not_my_fault not_our_fault
    wasn't_my_fault wasn't_our_fault not_our_side wasn't_our_side on_their_side from_their_side their_side their_end their_fault
    his_fault her_fault their_doing their_mistake their_problem their_mess their_job their_responsibility not_my_job not_our_job
    not_my_problem not_our_problem not_my_department nothing_to_do_with_us nothing_to_do_with_me nothing_wrong_with_our
    nothing_wrong_with_my nothing_i_could nothing_we_could my_side_was our_side_was my_part_was our_part_was my_job_was
    our_job_was i_had_warned i'd_warned i_warned i_told_them_so told_you_so had_told_them should_have should've
    ought_to_have blame blamed culprit to_blame at_fault responsible_for_it responsible_for_this clean_up_after without_telling
    without_asking without_a_word never_told didn't_tell told_nobody didn't_bother never_bothered failed_to refused_to neglected_to
    forgot_to ignored never_answered never_replied didn't_reply didn't_answer never_came_back up_to_them hands_were_tied
    out_of_my_hands out_of_our_hands couldn't_do_anything`,
}

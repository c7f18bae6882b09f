#include "delivery/steps/run.h"

namespace kakehashi::delivery {

const QList<Step> &steps()
{
    static const QList<Step> list{
        {"read the site", &readContent},
        {"see what is due", &seeWhatIsDue},
        {"get access", &getAccess},
        {"see that the server stands", &lookAtServer},
        {"fetch a former state", &fetchFormerState},
        {"check", &checkContent},
        {"hold back what the check stops", &holdBack},
        {"build", &buildTree},
        {"take earlier decisions", &takeDecisions},
        {"plan", &makePlan},
        {"settle a publish that was cut off", &settleEarlier},
        {"pass the gate", &passGate},
        {"ask whether to publish", &askToAgree},
        {"keep a new key", &keepNewKey},
        {"note what is being sent", &noteWhatIsSent},
        {"commit", &commit},
        {"write down what was sent", &writeRecords, true},
        {"forget the note", &forgetNote, true},
    };
    return list;
}

} // namespace kakehashi::delivery
